//! Definitions with as many fields as possible.
#![allow(clippy::large_stack_arrays, reason = "they are as large as possible")]

use std::fmt::Write;

use serde_json::{Map, Value, json};
use telegrammar::{from_json, from_json_strict, telegram_method, telegram_type};

/// Passes names of fields to a macro.
macro_rules! names {
    (199 $to:ident $name:ident) => {
        $to! { $name
            n0 n1 n2 n3 n4 n5 n6 n7 n8 n9 n10 n11 n12 n13 n14 n15 n16 n17 n18 n19 n20 n21 n22 n23
            n24 n25 n26 n27 n28 n29 n30 n31 n32 n33 n34 n35 n36 n37 n38 n39 n40 n41 n42 n43 n44 n45
            n46 n47 n48 n49 n50 n51 n52 n53 n54 n55 n56 n57 n58 n59 n60 n61 n62 n63 n64 n65 n66 n67
            n68 n69 n70 n71 n72 n73 n74 n75 n76 n77 n78 n79 n80 n81 n82 n83 n84 n85 n86 n87 n88 n89
            n90 n91 n92 n93 n94 n95 n96 n97 n98 n99 n100 n101 n102 n103 n104 n105 n106 n107 n108
            n109 n110 n111 n112 n113 n114 n115 n116 n117 n118 n119 n120 n121 n122 n123 n124 n125
            n126 n127 n128 n129 n130 n131 n132 n133 n134 n135 n136 n137 n138 n139 n140 n141 n142
            n143 n144 n145 n146 n147 n148 n149 n150 n151 n152 n153 n154 n155 n156 n157 n158 n159
            n160 n161 n162 n163 n164 n165 n166 n167 n168 n169 n170 n171 n172 n173 n174 n175 n176
            n177 n178 n179 n180 n181 n182 n183 n184 n185 n186 n187 n188 n189 n190 n191 n192 n193
            n194 n195 n196 n197 n198
        }
    };
    (255 $to:ident $name:ident) => {
        $to! { $name
            n0 n1 n2 n3 n4 n5 n6 n7 n8 n9 n10 n11 n12 n13 n14 n15 n16 n17 n18 n19 n20 n21 n22 n23
            n24 n25 n26 n27 n28 n29 n30 n31 n32 n33 n34 n35 n36 n37 n38 n39 n40 n41 n42 n43 n44 n45
            n46 n47 n48 n49 n50 n51 n52 n53 n54 n55 n56 n57 n58 n59 n60 n61 n62 n63 n64 n65 n66 n67
            n68 n69 n70 n71 n72 n73 n74 n75 n76 n77 n78 n79 n80 n81 n82 n83 n84 n85 n86 n87 n88 n89
            n90 n91 n92 n93 n94 n95 n96 n97 n98 n99 n100 n101 n102 n103 n104 n105 n106 n107 n108
            n109 n110 n111 n112 n113 n114 n115 n116 n117 n118 n119 n120 n121 n122 n123 n124 n125
            n126 n127 n128 n129 n130 n131 n132 n133 n134 n135 n136 n137 n138 n139 n140 n141 n142
            n143 n144 n145 n146 n147 n148 n149 n150 n151 n152 n153 n154 n155 n156 n157 n158 n159
            n160 n161 n162 n163 n164 n165 n166 n167 n168 n169 n170 n171 n172 n173 n174 n175 n176
            n177 n178 n179 n180 n181 n182 n183 n184 n185 n186 n187 n188 n189 n190 n191 n192 n193
            n194 n195 n196 n197 n198 n199 n200 n201 n202 n203 n204 n205 n206 n207 n208 n209 n210
            n211 n212 n213 n214 n215 n216 n217 n218 n219 n220 n221 n222 n223 n224 n225 n226 n227
            n228 n229 n230 n231 n232 n233 n234 n235 n236 n237 n238 n239 n240 n241 n242 n243 n244
            n245 n246 n247 n248 n249 n250 n251 n252 n253 n254
        }
    };
}

macro_rules! object {
    ($name:ident $($field:ident)+) => {
        #[telegram_type(unlisted)]
        #[derive(Debug, PartialEq)]
        struct $name {
            $($field: i64,)+
            #[telegram(range = 1..=5)]
            last: i64,
        }
    };
}

macro_rules! sparse {
    ($name:ident $($field:ident)+) => {
        #[telegram_type(unlisted, one_of(n0, n100), one_of(n150, n254), one_of(n63, n64))]
        #[derive(Debug, Default, PartialEq)]
        struct $name {
            $($field: Option<i64>,)+
            #[telegram(range = 1..=5)]
            last: Option<i64>,
        }
    };
}

macro_rules! method {
    ($name:ident $($field:ident)+) => {
        #[telegram_method("everything", unlisted, returns = bool, one_of(n100, n254))]
        #[derive(Debug, PartialEq)]
        struct $name {
            required: i64,
            $(#[telegram(range = 0..=300)] $field: Option<i64>,)+
        }
    };
}

names!(199 object Indexed);
names!(255 object Full);
names!(255 sparse Sparse);
names!(255 method Everything);

/// Returns members with these names and different values.
fn members(count: usize) -> Map<String, Value> {
    let mut members = Map::new();
    for index in 0..count {
        members.insert(format!("n{index}"), json!(index));
    }
    members.insert("last".to_owned(), json!(5));
    members
}

macro_rules! every_field_counts {
    ($($test:ident $type:ident $count:literal;)+) => {$(
        #[test]
        fn $test() {
            let all = members($count);
            let text = Value::Object(all.clone()).to_string();
            let read: $type = from_json(&text).expect("an object");
            assert_eq!(serde_json::to_value(&read).expect("JSON"), Value::Object(all.clone()));
            assert_eq!(read.validate(), Ok(()));
            for name in all.keys() {
                let mut fewer = all.clone();
                fewer.remove(name);
                let text = Value::Object(fewer).to_string();
                let error = from_json::<$type>(&text).expect_err(name);
                assert!(error.to_string().contains(&format!("`{name}`")), "{error}");
                let error = serde_json::from_str::<$type>(&text).expect_err(name);
                assert!(error.to_string().contains(&format!("`{name}`")), "{error}");
                let mut wrong = all.clone();
                wrong.insert(name.clone(), json!("x"));
                let text = Value::Object(wrong).to_string();
                assert_eq!(from_json::<$type>(&text).expect_err(name).path(), name);
            }
            let wrong = $type { last: 6, ..read };
            let error = wrong.validate().expect_err("the last field").to_string();
            assert!(error.ends_with("`last` must be in 1..=5, but is 6"), "{error}");
        }
    )+};
}

every_field_counts! {
    each_of_200_fields_is_found_required_and_checked Indexed 199;
    each_of_256_fields_is_found_required_and_checked Full 255;
}

#[test]
fn the_first_of_two_members_counts_in_each_of_256_fields() {
    let mut text = String::from("{");
    for (name, value) in &members(255) {
        write!(text, "\"{name}\":{value},\"{name}\":-1,").expect("a text");
    }
    text.replace_range(text.len() - 1.., "}");
    let read: Full = from_json_strict(&text).expect("an object");
    assert_eq!(
        serde_json::to_value(&read).expect("JSON"),
        Value::Object(members(255))
    );
}

#[test]
fn constraints_between_late_fields_are_checked() {
    let valid = || Sparse {
        n100: Some(1),
        n254: Some(2),
        n64: Some(3),
        ..Sparse::default()
    };
    assert_eq!(valid().validate(), Ok(()));
    let cases = [
        (
            Sparse {
                n100: None,
                ..valid()
            },
            "`n0`, `n100` must be given, but none is",
        ),
        (
            Sparse {
                n0: Some(1),
                ..valid()
            },
            "must be given, but `n0`, `n100` are",
        ),
        (
            Sparse {
                n254: None,
                ..valid()
            },
            "`n150`, `n254` must be given, but none is",
        ),
        (
            Sparse {
                n150: Some(1),
                ..valid()
            },
            "must be given, but `n150`, `n254` are",
        ),
        (
            Sparse {
                n64: None,
                ..valid()
            },
            "`n63`, `n64` must be given, but none is",
        ),
        (
            Sparse {
                n63: Some(1),
                ..valid()
            },
            "must be given, but `n63`, `n64` are",
        ),
        (
            Sparse {
                last: Some(6),
                ..valid()
            },
            "`last` must be in 1..=5, but is 6",
        ),
    ];
    for (object, expected) in cases {
        let error = object.validate().expect_err(expected);
        assert_eq!(error.violations().len(), 1, "{error}");
        assert!(error.to_string().ends_with(expected), "{error}");
    }
}

#[test]
fn each_of_256_parameters_is_sent_checked_and_read() {
    let mut all = members(255);
    all.remove("last");
    all.insert("required".to_owned(), json!(1));
    all.remove("n100");
    let method: Everything = serde_json::from_value(all.clone().into()).expect("a method");
    assert_eq!(method.validate(), Ok(()));
    assert_eq!(
        serde_json::to_value(&method).expect("JSON"),
        Value::Object(all)
    );
    let both = method.n100(1).validate().expect_err("both");
    assert!(
        both.to_string().ends_with("but `n100`, `n254` are"),
        "{both}"
    );
    let none = Everything::new(1).validate().expect_err("none");
    assert!(none.to_string().ends_with("but none is"), "{none}");
    let late = Everything::new(1)
        .n254(301)
        .validate()
        .expect_err("a number");
    assert!(
        late.to_string()
            .ends_with("`n254` must be in 0..=300, but is 301"),
        "{late}"
    );
    let error = serde_json::from_str::<Everything>(r#"{"n254":1}"#).expect_err("nothing");
    assert!(error.to_string().contains("`required`"), "{error}");
}

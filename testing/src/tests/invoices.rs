//! Invoices and shipping options that are refused.

use serde_json::json;

use super::payments::invoice;
use super::{call, refusal, start};

#[tokio::test]
async fn invoices_are_checked() {
    let fake = start().await;
    for (more, text) in [
        (
            json!({"prices": [{"label": "a", "amount": 0}]}),
            "total price must be positive",
        ),
        (
            json!({"prices": [{"label": "a", "amount": 100_000_000_000_i64}, {"label": "b", "amount": -99_999_999_999_i64}]}),
            "too big amount of the currency specified",
        ),
        (
            json!({"prices": [{"label": "a", "amount": 60_000_000_000_i64}, {"label": "b", "amount": 60_000_000_000_i64}]}),
            "total price is too big",
        ),
        (json!({"prices": []}), "there must be at least one price"),
        (
            json!({"prices": {"label": "a"}}),
            "expected an Array of labeled prices",
        ),
        (
            json!({"prices": [1]}),
            "can't parse labeled price: LabeledPrice must be an Object",
        ),
        (
            json!({"prices": [{"label": "", "amount": 1}]}),
            "can't parse labeled price: LabeledPrice label must be non-empty",
        ),
        (
            json!({"prices": [{"label": "a"}]}),
            "can't parse labeled price: Can't find field \\\"amount\\\"",
        ),
        (
            json!({"max_tip_amount": "x"}),
            "can't parse \\\"max_tip_amount\\\" as Number",
        ),
        (
            json!({"suggested_tip_amounts": [0]}),
            "suggested tip amount must be positive",
        ),
        (
            json!({"suggested_tip_amounts": [[]]}),
            "suggested tip amount must be of type Number or String",
        ),
        (
            json!({"suggested_tip_amounts": ["x"]}),
            "can't parse suggested tip amount as Number",
        ),
        (
            json!({"suggested_tip_amounts": [1, 2, 3, 4, 5]}),
            "there can be at most 4 suggested tip amounts",
        ),
    ] {
        for method in ["sendInvoice", "createInvoiceLink"] {
            let answer = call(&fake, method, &invoice(&more).to_string()).await;
            let expected = refusal(400, &format!("Bad Request: {text}"));
            assert!(answer.ends_with(&expected), "{method} {more}: {answer}");
        }
    }
    for (options, text) in [
        (json!([]), "there must be at least one shipping option"),
        (
            json!([1]),
            "can't parse shipping option: ShippingOption must be an Object",
        ),
        (
            json!([{"id": "", "title": "a", "prices": []}]),
            "can't parse shipping option: ShippingOption identifier must be non-empty",
        ),
        (
            json!([{"id": "1", "title": "", "prices": []}]),
            "can't parse shipping option: ShippingOption title must be non-empty",
        ),
        (
            json!([{"id": "1", "title": "a", "prices": []}]),
            "can't parse shipping option: Can't parse shipping option prices: There must be at least one price",
        ),
    ] {
        let body = json!({"shipping_query_id": "1", "ok": true, "shipping_options": options});
        let answer = call(&fake, "answerShippingQuery", &body.to_string()).await;
        let expected = refusal(400, &format!("Bad Request: {text}"));
        assert!(answer.ends_with(&expected), "{options}: {answer}");
    }
}

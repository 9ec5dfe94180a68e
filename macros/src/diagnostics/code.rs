//! The codes of all diagnostics. A code never changes its meaning.

macro_rules! codes {
    ($($variant:ident $name:literal $lint:literal;)+) => {
        /// A diagnostic's stable code, which `telegrammar::diagnostics` explains.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Code { $($variant,)+ }

        impl Code {
            /// All codes that the macros themselves report.
            #[cfg(test)]
            pub(crate) const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Returns the code as it is displayed, such as `D01`.
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// Returns the name of the warning in the style of a lint.
            pub(crate) const fn lint(self) -> &'static str {
                match self { $(Self::$variant => $lint,)+ }
            }
        }
    };
}

codes! {
    NotAStruct "A01" "telegrammar_not_a_struct";
    UnnamedFields "A02" "telegrammar_unnamed_fields";
    TypeParameter "A03" "telegrammar_type_parameter";
    SecondAttribute "A04" "telegrammar_second_attribute";
    NotOnAField "A05" "telegrammar_not_on_a_field";
    DerivedAlready "A06" "telegrammar_derived_already";
    SerdeAttribute "A07" "telegrammar_serde_attribute";
    TooManyFields "A08" "telegrammar_too_many_fields";
    MissingName "B01" "telegrammar_missing_name";
    EmptyName "B02" "telegrammar_empty_name";
    UnknownMethod "B03" "telegrammar_unknown_method";
    NameNotCamelCase "B04" "telegrammar_name_not_camel_case";
    NameIsPath "B05" "telegrammar_name_is_path";
    NameCharacter "B06" "telegrammar_name_character";
    NameNotLiteral "B07" "telegrammar_name_not_literal";
    SecondName "B08" "telegrammar_second_name";
    NameNotFirst "B09" "telegrammar_name_not_first";
    StructName "B10" "telegrammar_struct_name";
    MethodListed "B11" "telegrammar_method_listed";
    RepeatableListed "B12" "telegrammar_repeatable_listed";
    UnknownContainerKey "C01" "telegrammar_unknown_container_key";
    MissingReturns "C02" "telegrammar_missing_returns";
    GivenTwice "C03" "telegrammar_given_twice";
    ReturnsForm "C04" "telegrammar_returns_form";
    BorrowedResult "C05" "telegrammar_borrowed_result";
    FlagWithValue "C07" "telegrammar_flag_with_value";
    MissingComma "C08" "telegrammar_missing_comma";
    CrateForm "C09" "telegrammar_crate_form";
    UnknownFieldKey "D01" "telegrammar_unknown_field_key";
    EmptyTelegram "D02" "telegrammar_empty_telegram";
    RenameForm "D04" "telegrammar_rename_form";
    SameWireName "D05" "telegrammar_same_wire_name";
    SkipWithOther "D06" "telegrammar_skip_with_other";
    DefaultForm "D08" "telegrammar_default_form";
    Flatten "D09" "telegrammar_flatten";
    EmptyRange "E01" "telegrammar_empty_range";
    HalfOpenRange "E02" "telegrammar_half_open_range";
    RangeForm "E03" "telegrammar_range_form";
    FractionalBound "E04" "telegrammar_fractional_bound";
    BoundDoesNotFit "E05" "telegrammar_bound_does_not_fit";
    WrongRule "E07" "telegrammar_wrong_rule";
    RulesCombined "E08" "telegrammar_rules_combined";
    FullRange "E10" "telegrammar_full_range";
    LengthBounds "E11" "telegrammar_length_bounds";
    DefaultOutside "E12" "telegrammar_default_outside";
    DefaultKind "E13" "telegrammar_default_kind";
    NestedOption "F01" "telegrammar_nested_option";
    UnsendableShape "F02" "telegrammar_unsendable_shape";
    RawBytes "F04" "telegrammar_raw_bytes";
    NoFixedSize "F05" "telegrammar_no_fixed_size";
    GeneratedName "G01" "telegrammar_generated_name";
    NotSnakeCase "G02" "telegrammar_not_snake_case";
    OneOfUnknown "G03" "telegrammar_one_of_unknown";
    OneOfForm "G04" "telegrammar_one_of_form";
    OneOfRequired "G05" "telegrammar_one_of_required";
    UnknownParameter "H01" "telegrammar_unknown_parameter";
    MissingParameter "H02" "telegrammar_missing_parameter";
    RequiredMadeOptional "H03" "telegrammar_required_made_optional";
    WiderRange "H06" "telegrammar_wider_range";
    WrongDefault "H07" "telegrammar_wrong_default";
    WrongUnit "H08" "telegrammar_wrong_unit";
    MissingTarget "H10" "telegrammar_missing_target";
    ParameterListed "H12" "telegrammar_parameter_listed";
    UnknownType "T01" "telegrammar_unknown_type";
    TypeListed "T02" "telegrammar_type_listed";
    WrongShape "T03" "telegrammar_wrong_shape";
    TypeGenerics "T04" "telegrammar_type_generics";
    ConstantField "T05" "telegrammar_constant_field";
    MissingVariant "T06" "telegrammar_missing_variant";
    UnknownVariant "T07" "telegrammar_unknown_variant";
    MissingUnknown "T08" "telegrammar_missing_unknown";
    VariantForm "T09" "telegrammar_variant_form";
    MissingTag "T10" "telegrammar_missing_tag";
    VariantKey "T12" "telegrammar_variant_key";
    TagWithoutEffect "T13" "telegrammar_tag_without_effect";
    SameVariant "T14" "telegrammar_same_variant";
    OtherTag "T15" "telegrammar_other_tag";
    BaseMember "T18" "telegrammar_base_member";
    Syntax "S01" "telegrammar_syntax";
}

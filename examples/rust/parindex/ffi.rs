//! What this crate calls of parindex.h.

use std::os::raw::c_char;

pub const ABI_VERSION: u32 = 1;
pub const OK: i32 = 0;
pub const BUFFER_TOO_SMALL: i32 = 6;
pub const NONE: i32 = -1;
pub const TEXT_CODE: i32 = 0;
pub const TEXT_NAME: i32 = 1;
pub const TEXT_WHERE: i32 = 7;
pub const TEXT_CRITERION: i32 = 8;
pub const TEXT_MESSAGE: i32 = 9;
pub const ROUNDING_HALF_UP: i32 = 0;

/// Something that only the library looks into.
macro_rules! opaque {
    ($($name:ident)*) => {$(
        #[repr(C)]
        pub struct $name {
            _private: [u8; 0],
        }
    )*};
}
opaque!(CriteriaSet Context Assessment Evaluation Diagnostics);

#[repr(C)]
pub struct Error {
    pub struct_size: u32,
    pub code: i32,
    pub severity: i32,
    pub line: u32,
    pub column: u32,
    pub findings: u32,
    pub criterion: [c_char; 128],
    pub where_: [c_char; 256],
    pub message: [c_char; 512],
}

#[repr(C)]
#[derive(Default)]
pub struct Decimal {
    pub coefficient: i64,
    pub scale: i32,
    pub reserved: i32,
}

#[repr(C)]
#[derive(Default)]
pub struct Node {
    pub struct_size: u32,
    pub kind: i32,
    pub point_kind: i32,
    pub parent: i32,
    pub end: i32,
    pub level: i32,
    pub part: i32,
    pub states_maximum: i32,
    pub maximum_origin: i32,
    pub rule: i32,
    pub fact_count: i32,
}

#[repr(C)]
#[derive(Default)]
pub struct LedgerEntry {
    pub struct_size: u32,
    pub node: i32,
    pub kind: i32,
    pub origin: i32,
    pub is_deduction: i32,
}

#[repr(C)]
pub struct Column {
    pub node: i32,
    pub fact: i32,
    pub round: i32,
    pub scale: i32,
    pub cells: *const i64,
    pub present: *const u8,
}

#[repr(C)]
pub struct Batch {
    pub struct_size: u32,
    pub year: i32,
    pub unit_count: usize,
    pub columns: *const Column,
    pub column_count: usize,
    pub units: *const *const c_char,
    pub unit_group: *const c_char,
}

#[repr(C)]
pub struct BatchResult {
    pub struct_size: u32,
    pub places: i32,
    pub rounding: i32,
    pub reserved: i32,
    pub statuses: *mut i32,
    pub nodes: *mut i32,
    pub totals: *mut i64,
    pub unmarked: *mut i32,
    pub parts: *mut i64,
    pub points: *mut i64,
    pub exact: *mut u8,
}

#[link(name = "parindex")]
extern "C" {
    pub fn parindex_abi_version() -> u32;
    pub fn parindex_status_name(status: i32) -> *const c_char;

    pub fn parindex_decimal_round(
        text: *const c_char,
        text_size: usize,
        places: i32,
        rounding: i32,
        number: *mut Decimal,
        exact: *mut i32,
        error: *mut Error,
    ) -> i32;

    pub fn parindex_diagnostics_count(diagnostics: *const Diagnostics) -> usize;
    pub fn parindex_diagnostics_get(
        diagnostics: *const Diagnostics,
        index: usize,
        finding: *mut Error,
        error: *mut Error,
    ) -> i32;
    pub fn parindex_diagnostics_text(
        diagnostics: *const Diagnostics,
        index: usize,
        which: i32,
        buffer: *mut c_char,
        capacity: usize,
        size: *mut usize,
        error: *mut Error,
    ) -> i32;
    pub fn parindex_diagnostics_free(diagnostics: *mut Diagnostics);

    pub fn parindex_criteria_set_read(
        json: *const c_char,
        json_size: usize,
        file: *const c_char,
        file_size: usize,
        set: *mut *mut CriteriaSet,
        diagnostics: *mut *mut Diagnostics,
        error: *mut Error,
    ) -> i32;
    pub fn parindex_criteria_set_free(set: *mut CriteriaSet);
    pub fn parindex_criteria_set_node_count(set: *const CriteriaSet) -> i32;
    pub fn parindex_criteria_set_node(set: *const CriteriaSet, index: i32, node: *mut Node, error: *mut Error) -> i32;
    pub fn parindex_criteria_set_text(
        set: *const CriteriaSet,
        node: i32,
        which: i32,
        buffer: *mut c_char,
        capacity: usize,
        size: *mut usize,
        error: *mut Error,
    ) -> i32;

    pub fn parindex_assessment_read(
        set: *const CriteriaSet,
        context: *const Context,
        json: *const c_char,
        json_size: usize,
        file: *const c_char,
        file_size: usize,
        assessment: *mut *mut Assessment,
        diagnostics: *mut *mut Diagnostics,
        error: *mut Error,
    ) -> i32;
    pub fn parindex_assessment_unit(
        assessment: *const Assessment,
        which: i32,
        buffer: *mut c_char,
        capacity: usize,
        size: *mut usize,
        error: *mut Error,
    ) -> i32;
    pub fn parindex_assessment_year(assessment: *const Assessment) -> i32;
    pub fn parindex_assessment_free(assessment: *mut Assessment);

    pub fn parindex_evaluate(
        assessment: *const Assessment,
        context: *const Context,
        evaluation: *mut *mut Evaluation,
        diagnostics: *mut *mut Diagnostics,
        error: *mut Error,
    ) -> i32;
    pub fn parindex_evaluation_free(evaluation: *mut Evaluation);
    pub fn parindex_evaluation_points(
        evaluation: *const Evaluation,
        node: i32,
        which: i32,
        buffer: *mut c_char,
        capacity: usize,
        size: *mut usize,
        error: *mut Error,
    ) -> i32;
    pub fn parindex_evaluation_ledger_count(evaluation: *const Evaluation, node: i32) -> usize;
    pub fn parindex_evaluation_ledger_entry(
        evaluation: *const Evaluation,
        node: i32,
        index: usize,
        entry: *mut LedgerEntry,
        error: *mut Error,
    ) -> i32;
    pub fn parindex_evaluation_ledger_amount(
        evaluation: *const Evaluation,
        node: i32,
        index: usize,
        buffer: *mut c_char,
        capacity: usize,
        size: *mut usize,
        error: *mut Error,
    ) -> i32;
    pub fn parindex_evaluation_explain(
        evaluation: *const Evaluation,
        node: i32,
        language: i32,
        buffer: *mut c_char,
        capacity: usize,
        size: *mut usize,
        error: *mut Error,
    ) -> i32;

    pub fn parindex_batch_score(
        set: *const CriteriaSet,
        context: *const Context,
        batch: *const Batch,
        result: *const BatchResult,
        diagnostics: *mut *mut Diagnostics,
        error: *mut Error,
    ) -> i32;
}

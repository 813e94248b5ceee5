use crate::call::{struct_size, with_findings};
use crate::criteria_set::CriteriaSet;
use crate::error::{Finding, Result};
use crate::ffi;
use std::ptr::{null, null_mut};

#[derive(Clone, Copy, Debug)]
pub enum Round {
    Own,
    Appraisal,
    ReAppraisal,
    Survey,
    Authority,
}

/// The scores of a leaf, or the values of one of its facts, unit by unit: integers of which 10^scale make one.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    pub node: i32,
    /// Index of a fact of the leaf's rule; none: the cells are scores.
    pub fact: Option<i32>,
    pub round: Round,
    pub scale: i32,
    pub cells: &'a [i64],
}

/// The points of many units, as integers of which 10^places make one point. A unit with an error has zeros.
#[derive(Clone, Debug)]
pub struct BatchResult {
    /// By unit: 0, or the number of its first error.
    pub statuses: Vec<i32>,
    /// By unit: the leaf of that error, or -1.
    pub nodes: Vec<i32>,
    /// By unit.
    pub totals: Vec<i64>,
    /// By unit and node: unit * number of nodes + node.
    pub points: Vec<i64>,
    /// Of units with errors.
    pub findings: Vec<Finding>,
}

pub(crate) fn score(set: &CriteriaSet, year: i32, columns: &[Column], places: i32) -> Result<BatchResult> {
    let units = columns.first().map_or(0, |column| column.cells.len());
    assert!(columns.iter().all(|column| column.cells.len() == units), "columns of different lengths");
    let table: Vec<_> = columns.iter().map(column_in).collect();
    let batch = ffi::Batch {
        struct_size: struct_size::<ffi::Batch>(),
        year,
        unit_count: units,
        columns: table.as_ptr(),
        column_count: table.len(),
        units: null(),
        unit_group: null(),
    };
    let mut scored = BatchResult {
        statuses: vec![0; units],
        nodes: vec![ffi::NONE; units],
        totals: vec![0; units],
        points: vec![0; units * set.nodes().len()],
        findings: Vec::new(),
    };
    let result = ffi::BatchResult {
        struct_size: struct_size::<ffi::BatchResult>(),
        places,
        rounding: ffi::ROUNDING_HALF_UP,
        reserved: 0,
        statuses: scored.statuses.as_mut_ptr(),
        nodes: scored.nodes.as_mut_ptr(),
        totals: scored.totals.as_mut_ptr(),
        unmarked: null_mut(),
        parts: null_mut(),
        points: scored.points.as_mut_ptr(),
        exact: null_mut(),
    };
    scored.findings = with_findings(|diagnostics, error| unsafe {
        ffi::parindex_batch_score(set.handle.get(), null(), &batch, &result, diagnostics, error)
    })?;
    Ok(scored)
}

fn column_in(column: &Column) -> ffi::Column {
    ffi::Column {
        node: column.node,
        fact: column.fact.unwrap_or(ffi::NONE),
        round: column.round as i32,
        scale: column.scale,
        cells: column.cells.as_ptr(),
        present: null(),
    }
}

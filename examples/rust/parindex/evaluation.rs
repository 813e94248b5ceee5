use crate::call::{checked, struct_size, text_of};
use crate::error::{Finding, Result};
use crate::ffi;
use crate::handle::Handle;
use crate::number::Number;

#[derive(Clone, Copy, Debug)]
pub enum Points {
    Maximum,
    Score,
    Lowest,
    Highest,
    Deduction,
}

#[derive(Clone, Copy, Debug)]
pub enum Language {
    Vietnamese,
    English,
}

/// One reason why the points of a node are not the maximum.
#[derive(Clone, Debug)]
pub struct LedgerEntry {
    /// Index of the node where it arose.
    pub node: i32,
    pub is_deduction: bool,
    /// Above zero where points are taken away.
    pub amount: Number,
}

/// The points of one unit, and how they came about. Made by [`crate::Assessment::evaluate`].
pub struct Evaluation {
    pub(crate) handle: Handle<ffi::Evaluation>,
    pub(crate) findings: Vec<Finding>,
}

impl Evaluation {
    /// What a person should know although the unit was scored.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    pub fn points(&self, node: i32, which: Points) -> Result<Number> {
        text_of(|buffer, capacity, size, error| unsafe {
            ffi::parindex_evaluation_points(self.handle.get(), node, which as i32, buffer, capacity, size, error)
        })
        .map(Number)
    }

    /// Of a node and all below it, in the order of the document.
    pub fn ledger(&self, node: i32) -> Result<Vec<LedgerEntry>> {
        let count = unsafe { ffi::parindex_evaluation_ledger_count(self.handle.get(), node) };
        (0..count).map(|index| self.ledger_entry(node, index)).collect()
    }

    fn ledger_entry(&self, node: i32, index: usize) -> Result<LedgerEntry> {
        let mut entry = ffi::LedgerEntry { struct_size: struct_size::<ffi::LedgerEntry>(), ..Default::default() };
        checked(|error| unsafe {
            ffi::parindex_evaluation_ledger_entry(self.handle.get(), node, index, &mut entry, error)
        })?;
        let amount = text_of(|buffer, capacity, size, error| unsafe {
            ffi::parindex_evaluation_ledger_amount(self.handle.get(), node, index, buffer, capacity, size, error)
        })?;
        Ok(LedgerEntry { node: entry.node, is_deduction: entry.is_deduction == 1, amount: Number(amount) })
    }

    /// How a node came to its points, in one sentence.
    pub fn explain(&self, node: i32, language: Language) -> Result<String> {
        text_of(|buffer, capacity, size, error| unsafe {
            ffi::parindex_evaluation_explain(self.handle.get(), node, language as i32, buffer, capacity, size, error)
        })
    }
}

//! parindex for Rust: exact scores of administrative reform, explained point by point.
//!
//! ```no_run
//! # fn main() -> parindex::Result<()> {
//! # let (json, marks) = (b"", b"");
//! let set = parindex::CriteriaSet::read(json, "criteria.json")?;
//! let evaluation = parindex::Assessment::read(&set, marks, "assessment.json")?.evaluate()?;
//! println!("{}", evaluation.points(0, parindex::Points::Score)?); // 94.52
//! # Ok(())
//! # }
//! ```
//!
//! What is read is freed when it is dropped, in any order: the library keeps what others were made from. Nothing here
//! changes once it is made, so that threads may share it.

mod assessment;
mod batch;
mod call;
mod criteria_set;
mod error;
mod evaluation;
#[allow(dead_code)] // structures have all members of the header
mod ffi;
mod handle;
mod number;

pub use assessment::Assessment;
pub use batch::{BatchResult, Column, Round};
pub use criteria_set::{CriteriaSet, Node, NodeKind};
pub use error::{Error, Finding, Result, Severity};
pub use evaluation::{Evaluation, Language, LedgerEntry, Points};
pub use number::{Decimal, Number};

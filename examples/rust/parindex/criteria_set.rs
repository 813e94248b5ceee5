use crate::batch::{self, BatchResult, Column};
use crate::call::{checked, made, struct_size, text_of};
use crate::error::{Finding, Result};
use crate::ffi;
use crate::handle::Handle;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    Group,
    Leaf,
    Remainder,
}

/// A criterion, field or group of a set, or the whole of it (node 0).
#[derive(Clone, Debug)]
pub struct Node {
    pub index: i32,
    pub code: String,
    pub name: String,
    pub kind: NodeKind,
    /// 0 the set, 1 a field.
    pub level: i32,
}

/// A criteria set (bộ tiêu chí) that passed every check.
pub struct CriteriaSet {
    pub(crate) handle: Handle<ffi::CriteriaSet>,
    findings: Vec<Finding>,
    nodes: Vec<Node>,
}

impl CriteriaSet {
    /// `file` is what findings call the text.
    pub fn read(json: &[u8], file: &str) -> Result<Self> {
        let (handle, findings) = made(|set, diagnostics, error| unsafe {
            let (text, name) = (json.as_ptr().cast(), file.as_ptr().cast());
            ffi::parindex_criteria_set_read(text, json.len(), name, file.len(), set, diagnostics, error)
        })?;
        let count = unsafe { ffi::parindex_criteria_set_node_count(handle.get()) };
        let nodes = (0..count).map(|index| node_at(&handle, index)).collect::<Result<_>>()?;
        Ok(CriteriaSet { handle, findings, nodes })
    }

    /// What a person should know although the set was accepted.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// In the order of the document.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    pub fn fields(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.level == 1)
    }

    /// Scores one unit for each row of the columns, in one call. A bad cell fails its unit alone; an error is one of the
    /// table itself. Points have `places` decimals.
    ///
    /// # Panics
    /// For columns of different lengths.
    pub fn score_batch(&self, year: i32, columns: &[Column], places: i32) -> Result<BatchResult> {
        batch::score(self, year, columns, places)
    }
}

fn node_at(set: &Handle<ffi::CriteriaSet>, index: i32) -> Result<Node> {
    let mut known = ffi::Node { struct_size: struct_size::<ffi::Node>(), ..Default::default() };
    checked(|error| unsafe { ffi::parindex_criteria_set_node(set.get(), index, &mut known, error) })?;
    let text = |which| {
        text_of(|buffer, capacity, size, error| unsafe {
            ffi::parindex_criteria_set_text(set.get(), index, which, buffer, capacity, size, error)
        })
    };
    let kind = match known.kind {
        0 => NodeKind::Group,
        1 => NodeKind::Leaf,
        _ => NodeKind::Remainder,
    };
    Ok(Node { index, code: text(ffi::TEXT_CODE)?, name: text(ffi::TEXT_NAME)?, kind, level: known.level })
}

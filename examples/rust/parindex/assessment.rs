use crate::call::{made, text_of};
use crate::criteria_set::CriteriaSet;
use crate::error::{Finding, Result};
use crate::evaluation::Evaluation;
use crate::ffi;
use crate::handle::Handle;
use std::ptr::null;

/// The marks (kết quả chấm điểm) of one unit for one year.
pub struct Assessment {
    handle: Handle<ffi::Assessment>,
    findings: Vec<Finding>,
}

impl Assessment {
    /// `file` is what findings call the text.
    pub fn read(set: &CriteriaSet, json: &[u8], file: &str) -> Result<Self> {
        let (handle, findings) = made(|assessment, diagnostics, error| unsafe {
            let (set, text, name) = (set.handle.get(), json.as_ptr().cast(), file.as_ptr().cast());
            ffi::parindex_assessment_read(
                set,
                null(),
                text,
                json.len(),
                name,
                file.len(),
                assessment,
                diagnostics,
                error,
            )
        })?;
        Ok(Assessment { handle, findings })
    }

    /// What a person should know although the marks were accepted.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    pub fn unit_name(&self) -> Result<String> {
        text_of(|buffer, capacity, size, error| unsafe {
            ffi::parindex_assessment_unit(self.handle.get(), ffi::TEXT_NAME, buffer, capacity, size, error)
        })
    }

    pub fn year(&self) -> i32 {
        unsafe { ffi::parindex_assessment_year(self.handle.get()) }
    }

    pub fn evaluate(&self) -> Result<Evaluation> {
        let (handle, findings) = made(|evaluation, diagnostics, error| unsafe {
            ffi::parindex_evaluate(self.handle.get(), null(), evaluation, diagnostics, error)
        })?;
        Ok(Evaluation { handle, findings })
    }
}

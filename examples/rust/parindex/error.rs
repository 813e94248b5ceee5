use crate::call::{self, new_error, text_of};
use crate::ffi;
use crate::handle::Handle;
use std::ffi::CStr;
use std::fmt;
use std::os::raw::c_char;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    Note,
    Warning,
    Error,
}

/// One thing that was found in a file or in marks.
#[derive(Clone, Debug)]
pub struct Finding {
    /// A number of parindex.h, such as 400.
    pub code: i32,
    /// Its name, `score_above_maximum`.
    pub name: String,
    pub severity: Severity,
    /// From 1; 0: unknown.
    pub line: u32,
    /// In code points, from 1; 0: unknown.
    pub column: u32,
    /// JSON Pointer, or empty.
    pub place: String,
    pub criterion: String,
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.line > 0 {
            write!(f, "{}:{}: ", self.line, self.column)?;
        }
        f.write_str(&self.message)
    }
}

/// A call that failed, with all that it found.
#[derive(Clone, Debug)]
pub struct Error {
    pub findings: Vec<Finding>,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (index, finding) in self.findings.iter().enumerate() {
            write!(f, "{}{finding}", if index > 0 { "\n" } else { "" })?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// # Safety
/// `text` ends with a NUL.
unsafe fn owned(text: *const c_char) -> String {
    CStr::from_ptr(text).to_string_lossy().into_owned()
}

impl Finding {
    /// With texts that may have been cut.
    pub(crate) fn new(of: &ffi::Error) -> Self {
        unsafe {
            Finding {
                code: of.code,
                name: owned(ffi::parindex_status_name(of.code)),
                severity: match of.severity {
                    0 => Severity::Note,
                    1 => Severity::Warning,
                    _ => Severity::Error,
                },
                line: of.line,
                column: of.column,
                place: owned(of.where_.as_ptr()),
                criterion: owned(of.criterion.as_ptr()),
                message: owned(of.message.as_ptr()),
            }
        }
    }

    /// All of a call, with whole texts.
    pub(crate) fn all(diagnostics: &Handle<ffi::Diagnostics>) -> Result<Vec<Self>> {
        let count = unsafe { ffi::parindex_diagnostics_count(diagnostics.get()) };
        (0..count)
            .map(|index| {
                let mut finding = new_error();
                call::checked(|error| unsafe {
                    ffi::parindex_diagnostics_get(diagnostics.get(), index, &mut finding, error)
                })?;
                let text = |which| {
                    text_of(|buffer, capacity, size, error| unsafe {
                        ffi::parindex_diagnostics_text(diagnostics.get(), index, which, buffer, capacity, size, error)
                    })
                };
                Ok(Finding {
                    place: text(ffi::TEXT_WHERE)?,
                    criterion: text(ffi::TEXT_CRITERION)?,
                    message: text(ffi::TEXT_MESSAGE)?,
                    ..Finding::new(&finding)
                })
            })
            .collect()
    }
}

//! Calls whose status becomes a `Result`.

use crate::error::{Error, Finding, Result};
use crate::ffi;
use crate::handle::{Freed, Handle};
use std::mem::size_of;
use std::os::raw::c_char;
use std::ptr::null_mut;
use std::sync::Once;

const USUAL_TEXT: usize = 256;

/// The size of a structure, as the library asks for those that may grow.
pub fn struct_size<T>() -> u32 {
    size_of::<T>() as u32
}

pub fn new_error() -> ffi::Error {
    ffi::Error {
        struct_size: struct_size::<ffi::Error>(),
        code: ffi::OK,
        severity: 0,
        line: 0,
        column: 0,
        findings: 0,
        criterion: [0; 128],
        where_: [0; 256],
        message: [0; 512],
    }
}

/// Stops a program that runs with a library of another ABI than it was compiled for. Every object begins with a call here.
fn check_library() {
    static CHECKED: Once = Once::new();
    CHECKED.call_once(|| {
        let found = unsafe { ffi::parindex_abi_version() };
        assert_eq!(found, ffi::ABI_VERSION, "libparindex has another ABI");
    });
}

/// Calls a function that reports its first error only.
pub fn checked(function: impl FnOnce(*mut ffi::Error) -> i32) -> Result<()> {
    let mut error = new_error();
    match function(&mut error) {
        ffi::OK => Ok(()),
        _ => Err(Error { findings: vec![Finding::new(&error)] }),
    }
}

/// Calls a function that reports all findings; they are the result, if it succeeded.
pub fn with_findings(
    function: impl FnOnce(*mut *mut ffi::Diagnostics, *mut ffi::Error) -> i32,
) -> Result<Vec<Finding>> {
    check_library();
    let mut diagnostics = null_mut();
    let outcome = checked(|error| function(&mut diagnostics, error));
    let findings = match unsafe { Handle::new(diagnostics) } {
        Some(handle) => Finding::all(&handle)?,
        None => Vec::new(),
    };
    match outcome {
        Err(_) if !findings.is_empty() => Err(Error { findings }),
        Err(first) => Err(first),
        Ok(()) => Ok(findings),
    }
}

/// What a function makes that reports all findings, and what a person should know although it succeeded.
pub fn made<T: Freed>(
    function: impl FnOnce(*mut *mut T, *mut *mut ffi::Diagnostics, *mut ffi::Error) -> i32,
) -> Result<(Handle<T>, Vec<Finding>)> {
    let mut pointer = null_mut();
    let findings = with_findings(|diagnostics, error| function(&mut pointer, diagnostics, error))?;
    let handle = unsafe { Handle::new(pointer) }.expect("a call that succeeds hands out what it made");
    Ok((handle, findings))
}

/// A text that a function writes: the place for it, its capacity and the place for its size are handed to `function`.
pub fn text_of(function: impl Fn(*mut c_char, usize, *mut usize, *mut ffi::Error) -> i32) -> Result<String> {
    let mut usual = [0u8; USUAL_TEXT];
    let mut size = 0;
    let mut error = new_error();
    match function(usual.as_mut_ptr().cast(), usual.len(), &mut size, &mut error) {
        ffi::OK => Ok(String::from_utf8_lossy(&usual[..size]).into_owned()),
        ffi::BUFFER_TOO_SMALL => {
            let mut whole = vec![0u8; size + 1];
            checked(|error| function(whole.as_mut_ptr().cast(), whole.len(), &mut size, error))?;
            Ok(String::from_utf8_lossy(&whole[..size]).into_owned())
        }
        _ => Err(Error { findings: vec![Finding::new(&error)] }),
    }
}

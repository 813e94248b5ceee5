use crate::ffi;
use std::ptr::NonNull;

/// A type of the library that is freed by a function of its own.
pub trait Freed {
    /// # Safety
    /// `pointer` was handed out by the library, and nobody uses it afterwards.
    unsafe fn free(pointer: *mut Self);
}

macro_rules! freed {
    ($($name:ident $free:ident)*) => {$(
        impl Freed for ffi::$name {
            unsafe fn free(pointer: *mut Self) {
                ffi::$free(pointer)
            }
        }
    )*};
}
freed! {
    CriteriaSet parindex_criteria_set_free
    Assessment parindex_assessment_free
    Evaluation parindex_evaluation_free
    Diagnostics parindex_diagnostics_free
}

/// Owns something of the library.
pub struct Handle<T: Freed>(NonNull<T>);

// The library has no state of threads, and functions on const handles may run at the same time.
unsafe impl<T: Freed> Send for Handle<T> {}
unsafe impl<T: Freed> Sync for Handle<T> {}

impl<T: Freed> Handle<T> {
    /// What a call handed out, if it did.
    ///
    /// # Safety
    /// Nobody else owns it.
    pub unsafe fn new(pointer: *mut T) -> Option<Self> {
        NonNull::new(pointer).map(Handle)
    }

    pub fn get(&self) -> *const T {
        self.0.as_ptr()
    }
}

impl<T: Freed> Drop for Handle<T> {
    fn drop(&mut self) {
        unsafe { T::free(self.0.as_ptr()) }
    }
}

//! What Ctrl-C does.

use signal_hook::{consts::SIGINT, flag};
use std::sync::{Arc, atomic::AtomicBool};

/// Ends the program with exit code 130 when the user interrupts it.
pub fn exit_on_interrupt() {
    // It fails only for signals that cannot be caught.
    let _ = flag::register_conditional_shutdown(SIGINT, 130, Arc::new(AtomicBool::new(true)));
}

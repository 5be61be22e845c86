//! `watch`: repeats a call.

use super::call::{self, CallArgs};
use crate::{
    context::Context,
    exit::{Attempt, Failure},
    target,
};
use std::{
    thread,
    time::{Duration, Instant},
};

const EXAMPLES: &str = "\
Examples:
  xmlrpc watch :9001 supervisor.getState
  xmlrpc watch scgi:///run/rtorrent.sock throttle.global_down.rate -n 500ms
  xmlrpc watch :9001 supervisor.getAllProcessInfo -o table --columns name,statename --times 10";

/// Repeat a call, and go on after errors
///
/// Takes the same arguments and options as `call`. The time between two calls is counted from beginning to
/// beginning. Ctrl-C ends it.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = EXAMPLES)]
pub struct WatchArgs {
    /// The time between two calls: 2s, 500ms, 1m
    #[arg(short = 'n', long = "interval", value_name = "TIME", default_value = "2s", value_parser = interval)]
    pub interval: Duration,
    /// How many calls are made [default: no end]
    #[arg(long, value_name = "N")]
    pub times: Option<u64>,
    /// The call.
    #[command(flatten)]
    pub call: CallArgs,
}

fn interval(text: &str) -> Result<Duration, String> {
    // A bare number is seconds, as in watch(1).
    let seconds = text.parse::<f64>().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    match seconds.or_else(|| humantime::parse_duration(text).ok()) {
        Some(time) if !time.is_zero() => Ok(time),
        _ => Err("expected a time such as 2s, 500ms or 1m".to_owned()),
    }
}

/// Runs the verb.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if the command is wrong. With `--times`, the error of the last
/// call.
pub fn run(args: &WatchArgs, context: &Context) -> Attempt {
    let target = target::resolve(&args.call.target, context)?;
    let arguments = call::read_arguments(&args.call, &target, context)?;
    let mut printer = args.call.output.prepare(true, context)?;
    let reading = call::reading(&args.call.output, &target, context);
    let connection = args.call.connect.connect(&target, reading, context)?;
    let mut last: Option<Failure> = None;
    let mut made = 0;
    while args.times.is_none_or(|times| made < times) {
        let started = Instant::now();
        // A failure is said once it is known that another call follows; the last one ends the run.
        if let Some(failure) = last.take() {
            context.messages.failure(&failure);
        }
        match call::call(&connection, &args.call.method, &arguments, &mut printer) {
            Err(failure) if failure.is_broken_pipe() => return Err(failure),
            outcome => last = outcome.err(),
        }
        made += 1;
        if args.times.is_some_and(|times| made >= times) {
            break;
        }
        if let Some(failure) = last.take() {
            context.messages.failure(&failure);
        }
        thread::sleep(args.interval.saturating_sub(started.elapsed()));
    }
    last.map_or(Ok(()), Err)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_between_calls() {
        for (text, expected) in [
            ("2s", Some(Duration::from_secs(2))),
            ("500ms", Some(Duration::from_millis(500))),
            ("0.5", Some(Duration::from_millis(500))),
            ("2", Some(Duration::from_secs(2))),
            ("0", None),
            ("-1", None),
            ("x", None),
        ] {
            assert_eq!(interval(text).ok(), expected, "{text}");
        }
    }
}

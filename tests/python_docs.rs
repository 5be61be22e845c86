//! The examples of Python's `xmlrpc.client` documentation, each run against its own server, and against
//! Python's `xmlrpc.server`.

mod support;

use support::{PythonServer, run_example};

/// Runs the example `name` against its own server, and against Python's if there is one. `check` gets what it
/// printed.
fn both(name: &str, check: impl Fn(&str)) {
    check(&run_example(name, &[]));
    if let Some(python) = PythonServer::start("python_docs/server.py") {
        check(&run_example(name, &[&python.url]));
    }
}

#[track_caller]
fn assert_has(printed: &str, expected: &[&str]) {
    for line in expected {
        assert!(printed.contains(line), "{line:?} is missing in:\n{printed}");
    }
}

#[test]
fn booleans_is_even() {
    both("is_even", |printed| assert_has(printed, &["3 is even: false", "100 is even: true"]));
}

#[test]
fn dates_today_to_chrono_and_back() {
    both("today", |printed| assert_has(printed, &["Today: ", "The same after the round trip: true"]));
}

#[test]
fn bytes_python_logo_both_ways() {
    both("python_logo", |printed| {
        assert_has(printed, &["Fetched ", "Identical after the round trip: true"]);
    });
}

#[test]
fn fault_add_of_what_cannot_be_added() {
    both("fault", |printed| assert_has(printed, &["A fault occurred", "Fault code: ", "Fault string: "]));
}

#[test]
fn fault_of_python_names_its_exception() {
    let Some(python) = PythonServer::start("python_docs/server.py") else { return };
    let printed = run_example("fault", &[&python.url]);
    assert_has(&printed, &["Fault code: 1\n", "<class 'TypeError'>:unsupported operand type(s) for +"]);
}

#[test]
fn protocol_error_of_a_url_that_is_not_a_server() {
    both("protocol_error", |printed| {
        assert_has(
            printed,
            &[
                "A protocol error occurred",
                "HTTP status: 404",
                "Reason: Not Found",
                "Header: content-length: ",
            ],
        );
    });
}

#[test]
fn multicall_of_four_methods() {
    both("multicall", |printed| assert_has(printed, &["7+3=10", "7-3=4", "7*3=21", "7//3=2", "7//0: "]));
}

#[test]
fn state_name_41_is_south_dakota() {
    both("state_name", |printed| assert_has(printed, &["South Dakota", "ERROR "]));
}

#[test]
fn a_transport_through_a_proxy() {
    both("proxy_transport", |printed| assert_has(printed, &["(proxy: ", "4 is even: true"]));
}

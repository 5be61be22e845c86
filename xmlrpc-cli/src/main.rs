//! The program `xmlrpc`.

fn main() -> std::process::ExitCode {
    xmlrpc_cli::run(std::env::args_os())
}

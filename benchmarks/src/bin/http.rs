//! One client, one server or one load generator. The report starts each in its own process.

use benchmarks::http::{clients, load, servers, share_one_processor};

fn main() {
    share_one_processor();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |text: &String| text.parse::<usize>().expect("a number");
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["call", name, url, ..] => {
            let time = clients::run(name, url, number(&arguments[3]), number(&arguments[4]));
            println!("{}", time.as_nanos());
        }
        ["serve", name] => servers::run(name),
        ["load", port, ..] => {
            load::run(port.parse().expect("a port"), number(&arguments[2]), number(&arguments[3]));
        }
        _ => panic!("call NAME URL CALLS CALLERS | serve NAME | load PORT REQUESTS CONNECTIONS"),
    }
}

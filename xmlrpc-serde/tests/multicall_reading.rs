//! The replies to a multicall as real servers send them, and the calls in one as clients do.
use xmlrpc_serde::{Fault, Options, Value, call, multicall};

fn response(value: &str) -> String {
    format!("<methodResponse><params><param><value>{value}</value></param></params></methodResponse>")
}

const FAULT: &str = "<struct><member><name>faultString</name><value>no</value></member><member><name>faultCode</name>\
                     <value><int>4</int></value></member></struct>";

#[test]
fn results_come_wrapped_bare_and_as_faults() {
    let xml = response(&format!(
        "<array><data><value><array><data><value><int>1</int></value></data></array></value><value>{FAULT}</value>\
         <value><int>2</int></value><value><array><data/></array></value><value><array><data><value>a</value>\
         </data></array></value></data></array>"
    ));
    let replies = multicall::decode_reply(xml.as_bytes(), Options::new()).unwrap().unwrap().into_owned();
    assert_eq!(replies.len(), 5);
    assert_eq!(replies.get::<i32>(0).unwrap(), Ok(1));
    assert_eq!(replies.get::<i32>(1).unwrap(), Err(Fault::new(4, "no")));
    assert_eq!(replies.get::<i32>(2).unwrap(), Ok(2));
    assert_eq!(replies.get::<Vec<i32>>(3).unwrap(), Ok(vec![]));
    // Not wrapped, as supervisord sends it: the array itself is what the type asks for.
    assert_eq!(replies.get::<Vec<String>>(4).unwrap(), Ok(vec!["a".into()]));
    assert_eq!(replies.get::<String>(4).unwrap(), Ok("a".into()));
    let wrong = replies.get::<bool>(4).unwrap_err().to_string();
    assert!(
        wrong.starts_with("invalid type: string, expected a boolean at params[0][4][0] (line 1,"),
        "{wrong}"
    );
    assert!(replies.get::<Value>(5).is_err());
}

/// `RPC::XML` puts the fault of one call into the place of the whole reply.
#[test]
fn a_fault_inside_a_good_reply_is_that_of_the_batch() {
    let xml = response(&format!(
        "<struct><member><name>value</name><value><fault><value>{FAULT}</value></fault></value></member></struct>"
    ));
    let fault = multicall::decode_reply(xml.as_bytes(), Options::new()).unwrap().unwrap_err();
    assert_eq!(fault, Fault::new(4, "no"));
}

/// `DokuWiki` answers every mistake with an empty struct.
#[test]
fn a_reply_that_is_no_array_says_what_it_is() {
    let error = multicall::decode_reply(response("<struct/>").as_bytes(), Options::new()).unwrap_err();
    assert!(error.to_string().contains("found an empty struct"), "{error}");
}

#[test]
fn calls_are_read_each_for_itself() {
    let good = "<value><struct><member><name>methodName</name><value>a</value></member><member><name>params</name><value>\
                <array><data><value><int>1</int></value><value>x</value></data></array></value></member></struct></value>";
    let xml = format!(
        "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>{good}<value/>\
         <value><struct><member><name>methodName</name><value>b</value></member></struct></value></data></array></value>\
         </param></params></methodCall>"
    );
    let outer = call::decode(xml.as_bytes(), Options::new()).unwrap();
    let calls = multicall::calls(&outer).unwrap();
    let [first, second, third] = &calls[..] else { panic!("{calls:?}") };
    let first = first.as_ref().unwrap();
    assert_eq!((first.method(), first.params::<(i32, String)>().unwrap()), ("a", (1, "x".into())));
    assert!(second.as_ref().unwrap_err().to_string().contains("calls[1]"));
    assert_eq!(third.as_ref().unwrap().len(), 0);
}

/// Each once took a walk through the whole document.
#[test]
fn a_hundred_thousand_mistakes_are_read_once() {
    let xml = format!(
        "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>{}</data></array></value>\
         </param></params></methodCall>",
        "<value/>\n".repeat(100_000)
    );
    let outer = call::decode(xml.as_bytes(), Options::new()).unwrap();
    assert_eq!(multicall::calls(&outer).unwrap().iter().filter(|call| call.is_err()).count(), 100_000);
}

fn batch(elements: &str) -> String {
    format!(
        "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>{elements}</data>\
         </array></value></param></params></methodCall>"
    )
}

const PING: &str = "<value><struct><member><name>methodName</name><value>ping</value></member><member><name>params</name>\
                    <value><array><data><value><int>7</int></value></data></array></value></member></struct></value>";

/// Each mistake is left in the middle of structs and arrays that were entered.
#[test]
fn mistakes_do_not_use_up_the_depth_that_the_calls_behind_them_have() {
    let mistake = "<value><struct><member><name>methodName</name><value><array><data><value><array><data/></array>\
                   </value></data></array></value></member></struct></value>";
    let document = batch(&(mistake.repeat(1000) + PING));
    let call = call::decode(document.as_bytes(), Options::new().max_depth(8)).unwrap();
    let calls = multicall::calls(&call).unwrap();
    assert_eq!(calls.len(), 1001);
    assert!(calls[..1000].iter().all(Result::is_err));
    assert_eq!(calls[1000].as_ref().unwrap().params::<(i32,)>().unwrap(), (7,));
}

#[test]
fn calls_and_mistakes_with_prefixes_are_read() {
    let mistake = "<value><struct><member><name>methodName</name><value><array><data/></array></value></member></struct></value>";
    let plain = batch(&format!("{PING}{mistake}{PING}"));
    let document = plain.replace("</", "</x:").replace('<', "<x:").replace("<x:/x:", "</x:");
    let call = call::decode(document.as_bytes(), Options::new()).unwrap();
    let calls = multicall::calls(&call).unwrap();
    let read = |call: &xmlrpc_serde::Result<call::Call<'_>>| call.as_ref().ok()?.params::<(i32,)>().ok();
    assert_eq!(calls.iter().map(read).collect::<Vec<_>>(), [Some((7,)), None, Some((7,))]);
}

/// The mistake is seen only when the element, and with it its prefix, has been left.
#[test]
fn a_call_without_a_name_and_with_a_prefix_does_not_spoil_the_batch() {
    let named = "<value><struct><member><name>methodName</name><value> a </value></member></struct></value>";
    for nameless in ["<ex:value><struct/></ex:value>", "<value><ex:struct></ex:struct></value>"] {
        let document = batch(&format!("{named}{nameless}{PING}"));
        let call = call::decode(document.as_bytes(), Options::new()).unwrap();
        let calls = multicall::calls(&call).unwrap();
        assert_eq!(calls[0].as_ref().unwrap().method(), "a");
        assert!(
            calls[1]
                .as_ref()
                .unwrap_err()
                .to_string()
                .starts_with("a call in a multicall lacks `methodName`")
        );
        assert_eq!(calls[2].as_ref().unwrap().method(), "ping");
    }
}

#[test]
fn calls_beyond_the_most_are_counted_only() {
    let document = batch(&PING.repeat(5));
    let call = call::decode(document.as_bytes(), Options::new()).unwrap();
    let (calls, count) = multicall::calls_up_to(&call, 2).unwrap();
    assert_eq!((calls.len(), count), (2, 5));
    assert!(calls.iter().all(Result::is_ok));
}

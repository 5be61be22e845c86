//! XML-RPC in practice: which forms real programs send, who cannot read them, and what this library does.
//!
//! [The specification](http://xmlrpc.com/spec.md) is from 1999 and three pages long. It says nothing about
//! white space, encodings, `nil`, 64-bit integers, offsets of dates, or `system.` methods, and real programs
//! do not follow all of what it says. This page lists what was recorded from servers and clients: CPython,
//! PHP, Perl (`RPC::XML`, `XMLRPC::Lite`, Frontier), Ruby, xmlrpc-c, npm `xmlrpc`, davexmlrpc (by the author
//! of XML-RPC), foxglove, OCaml, haxr, aXMLRPC, Emacs, and the servers supervisord, rTorrent, aria2, ROS
//! (rosmaster and roscpp), WordPress, DokuWiki, Kamailio, Zope, trytond, Roundup, pydevccu (Homematic) and
//! Robot Framework.
//!
//! The last column of each table names the test that shows what this library does. `read` tests are in
//! `xmlrpc-serde/tests/quirks_read.rs` and `quirks_structure.rs`, `write` tests in `quirks_write.rs`; the
//! others are in the tests of the crate that they belong to.
//!
//! **For an author of a writer**, the safe subset is: UTF-8 without a byte order mark, `<int>` within 32
//! bits, plain decimals, dates as `YYYYMMDDTHH:MM:SS`, base64 without line breaks, `<string>` around every
//! string, `&#13;` for a carriage return, no `<nil/>`, no `<i8>`, `name` before `value`, `Content-Length` and
//! no chunks. That is what this library writes by default.
//!
//! # Strings
//!
//! | form | who sends it | who cannot read it | this library | test |
//! |---|---|---|---|---|
//! | `<value>text</value>` without a type | roscpp sends nothing else; WordPress, old servers | | reads it as a string | `roscpp_sends_untyped_values_only` |
//! | `<value></value>`, `<value/>`, `<string/>` | Kamailio and roscpp for "nothing"; npm for `undefined`; PHP | | an empty string; nothing, where `()` is asked for | `empty_strings_of_kamailio_npm_php_and_xmlrpc_lite` |
//! | white space around `<string>` inside `<value>` | WordPress, DokuWiki, PHP, davexmlrpc | | is passed over | `wordpress_dokuwiki_php_and_davexmlrpc_put_white_space_around_types` |
//! | white space inside `<string>` | everybody | aXMLRPC and aiohttp-xmlrpc strip it | is data and stays | `white_space_inside_a_string_is_data_as_for_all_peers_but_axmlrpc` |
//! | CDATA, with `]]>` split in two | npm, foxglove | | is text | `npm_and_foxglove_send_cdata_and_split_its_end` |
//! | references such as `&#233;`, `&#xd;` | PHP, Frontier, `RPC::XML` | | are resolved, also inside numbers and base64 | `php_frontier_and_rpc_xml_send_character_references` |
//! | `>` as it is | Kamailio, aXMLRPC | | is text | `kamailio_and_axmlrpc_leave_the_greater_than_sign` |
//! | `<` in a member's name, not escaped | aXMLRPC | every XML parser | is refused: it is not XML | `axmlrpc_does_not_escape_names_which_is_ill_formed` |
//! | text as `<base64>` | `XMLRPC::Lite` (not ASCII), robotremoteserver (control characters) | | is read into a `String` if it is UTF-8 | `xmlrpc_lite_and_robotremoteserver_send_text_as_base64` |
//! | a carriage return as it is | CPython, xmlrpc-c, Ruby | | is a newline, because XML says so | `a_raw_carriage_return_of_cpython_xmlrpc_c_and_ruby_is_a_newline_in_xml` |
//! | a carriage return as `&#13;` | PHP, `RPC::XML`, this library | roscpp and fldigi show five letters | is written so; [`Options::raw_carriage_returns`](crate::Options::raw_carriage_returns) turns it off | `roscpp_and_fldigi_take_the_reference_of_a_carriage_return_for_text_so_they_get_it_raw` |
//! | control characters (U+0001) | nobody can: XML cannot hold them | 10 of 17 servers | are refused when writing, and the error points to `Base64` | `control_characters_are_refused_as_by_ten_of_seventeen_servers` |
//! | characters beyond U+FFFF | most | xmlrpc-c 1.33 and rTorrent (fault -503), Frontier, `XMLRPC::Lite` | are read and written | `byte_order_marks` |
//!
//! # Integers
//!
//! | form | who sends it | who cannot read it | this library | test |
//! |---|---|---|---|---|
//! | `<i4>`, `<int>` | everybody uses one of them | | reads both into any integer type that holds the value | `every_tag_goes_into_every_integer_that_holds_it` |
//! | `<i8>` | rTorrent, for every number; Apache's extension | Frontier, `XMLRPC::Lite`, aria2, aiohttp; WordPress reads 0, PHP an empty string | reads it; writes it with [`Options::allow_i8`](crate::Options::allow_i8) | `rtorrent_sends_even_a_pid_as_i8` |
//! | more than 32 bits in `<int>` | npm, Frontier, `XMLRPC::Lite` | xmlrpc-c, CPython when writing | reads it into `i64` | `npm_frontier_and_xmlrpc_lite_send_more_than_32_bits_as_int` |
//! | `<int>1e+300</int>` | npm, foxglove, davexmlrpc | everybody | is refused: no integer holds it | `npm_foxglove_and_davexmlrpc_send_an_exponent_as_int_which_no_integer_holds` |
//! | a whole number as `<double>` | aiohttp-xmlrpc, beyond 31 bits | | is read into an integer that asks for one | `a_whole_double_is_an_integer_for_a_type_that_asks_for_one` |
//! | `+42`, `0042`, `-0` | scripts | haxr refuses `+` | are read | `signs_and_leading_zeros_are_read_as_by_nearly_all_peers` |
//! | `<int></int>`, `<int>1.5</int>` | Panasonic telephones, XML-RPC.NET; scripts | 9 of 14 clients | are refused; [`Options::read_empty_as_nil`](crate::Options::read_empty_as_nil) reads an empty one as nil | `an_empty_or_fractional_int_is_refused_as_by_most_peers` |
//! | a number as a string | aria2 (all numbers), WordPress (ids) | | stays a string; [`with`](crate::with) has helpers | `aria2_sends_numbers_as_strings_and_trytond_classes_as_structs` |
//!
//! # Booleans and doubles
//!
//! | form | who sends it | who cannot read it | this library | test |
//! |---|---|---|---|---|
//! | `<boolean>true</boolean>` | davexmlrpc | CPython, npm, Ruby, xmlrpc-c | is read; `1` and `0` are written | `davexmlrpc_writes_words` |
//! | an integer where the API says boolean | Zope, pydevccu, `XMLRPC::Lite` | | `0` and `1` are read into `bool` | `zope_pydevccu_and_xmlrpc_lite_send_integers_for_booleans` |
//! | 300 digits | xmlrpc-c, haxr, `RPC::XML`, PHP | | are read | `xmlrpc_c_haxr_rpc_xml_and_php_write_all_digits` |
//! | `1e-07`, `5.`, `.5` | CPython, node, Ruby, OCaml | | are read; an exponent is never written | `cpython_node_ruby_and_ocaml_write_exponents_and_bare_points` |
//! | `<int>5</int>` or `<double>5</double>` for 5.0 | npm, foxglove; xmlrpc-c, roscpp | | are read into `f64`; `5.0` is written | `npm_and_foxglove_send_whole_doubles_as_int_and_xmlrpc_c_without_a_point` |
//! | `nan`, `inf` | CPython | npm and `RPC::XML` refuse them; an `inf` that is echoed ends the process of xmlrpc-c 1.33 | are read, and are never written | `doubles_that_are_not_finite_crash_xmlrpc_c_and_are_refused` |
//! | `1,5` | programs with a locale | npm, Emacs, PHP, Ruby and roscpp read 1 | is refused | `a_comma_that_npm_and_php_cut_silently_is_refused` |
//!
//! # Dates
//!
//! | form | who sends it | who cannot read it | this library | test |
//! |---|---|---|---|---|
//! | `19980717T14:08:55` | most | | is what it writes | `dates_are_in_the_one_form_that_every_peer_takes` |
//! | with dashes, an offset, `Z`, a fraction, without colons | DokuWiki, Zope, davexmlrpc, foxglove, `RPC::XML`, aXMLRPC | CPython, Twisted, modernrpc, haxr | is read, and an offset is kept | `forms_of_dokuwiki_zope_davexmlrpc_foxglove_rpc_xml_and_axmlrpc` |
//! | without seconds, `20200908T0440Z` | peers of aXMLRPC and Laminas | most | is read; the seconds are 0 | `peers_of_axmlrpc_and_laminas_leave_out_the_seconds` |
//! | `00000000T00:00:00` | PHP, ORMs | 4 of 14 clients; others read year 2 | `DateTime` keeps it; a `with` module reads it as `None` | `forms_of_dokuwiki_zope_davexmlrpc_foxglove_rpc_xml_and_axmlrpc` |
//! | a string | Roundup | | stays a string; [`with::text`](crate::with::text) reads it | `roundup_sends_dates_as_strings` |
//! | empty | Z-Blog | 9 of 14 clients | is refused, unless the options read it as nil | `an_empty_date_is_refused_as_by_nine_of_fourteen_clients` |
//!
//! The specification leaves the time zone to the documentation of each server. See [`values`](super::values)
//! for the types that name one.
//!
//! # Base64
//!
//! | form | who sends it | who cannot read it | this library | test |
//! |---|---|---|---|---|
//! | line breaks after 60, 72 or 76 characters, or as `&#10;` | CPython, xmlrpc-c, Ruby, roscpp, PHP | aXMLRPC | is read; none are written | `line_breaks_of_cpython_xmlrpc_c_ruby_roscpp_and_php` |
//! | no padding | some | 5 of 14 clients | is refused, with the reason | `an_error_says_what_is_wrong_with_the_digits` |
//! | bytes that come back as `<string>` | Ruby, davexmlrpc | | is a string | `ruby_and_davexmlrpc_give_bytes_back_as_a_string` |
//! | bytes as a struct `{"0": 251, …}` | foxglove | | is a struct | `foxglove_sends_a_byte_array_as_a_struct_of_numbers` |
//!
//! # Nothing
//!
//! | form | who sends it | who cannot read it | this library | test |
//! |---|---|---|---|---|
//! | `<nil/>` | npm, aiohttp, modernrpc, Zope, trytond, Roundup, Ruby, OCaml, haxr, xmlrpc-c | CPython without `allow_none`, Frontier, roscpp, supervisord (HTTP 500), aria2, rTorrent, PHP, WordPress (the parameter is lost) | is read; is written with [`Options::allow_none`](crate::Options::allow_none) | `nil_is_not_written_to_cpython_supervisord_aria2_rtorrent_and_wordpress_unless_allowed` |
//! | `<ex:nil/>`, with the prefix declared anywhere | xmlrpc-c in Apache's dialect | most | is read by its local name | `plain_and_apache_nil_by_its_local_name` |
//! | `<params/>`, `<param/>`, `<value/>` | `XMLRPC::Lite`, PHP, Frontier, npm | xmlrpc-c, Perl | is nothing | `nothing_without_nil_from_xmlrpc_lite_php_npm_and_kamailio` |
//! | a member that is left out | robotremoteserver | | is `None` | `robotremote_leaves_the_member_out` |
//!
//! # Arrays and structs
//!
//! | form | who sends it | who cannot read it | this library | test |
//! |---|---|---|---|---|
//! | `<data/>`, `<struct/>` | many | roscpp | is read; the long form is written | `empty_containers_and_strings_are_written_long_for_roscpp` |
//! | `<array>` without `<data>` | rTorrent 0.15.0 | 4 of 14 clients | is read | `of_rtorrent` |
//! | an empty struct as an empty array | PHP | | is read into a struct or map | `php_sends_an_empty_struct_as_an_empty_array` |
//! | a name twice | a few | the last wins (CPython, PHP, npm, Ruby) or the first (`RPC::XML`) | `Value` keeps both; a struct gives an error | `repeated_names_are_kept_and_get_returns_the_last` |
//! | `<value>` before `<name>` | scripts | CPython and npm swap them | is refused, because a guess could be wrong | `value_before_name_is_never_guessed` |
//! | an array for a row with a fixed order | rTorrent, ROS, Odoo | | is read into a tuple, or a struct with named fields | `fields_are_read_in_their_order` |
//! | a type without its `<value>` | `NZBGet`, `OpenSIPS`, KDE | most | is read | `in_a_param` |
//! | two scalars in one `<value>` | Kamailio-like servers | | is refused, with the reason | `two_scalars_in_one_value_are_refused_plainly` |
//!
//! # Documents
//!
//! | form | who sends it | who cannot read it | this library | test |
//! |---|---|---|---|---|
//! | a declaration with single quotes, or without an encoding | CPython, haxr, Ruby | | is read | `declarations_of_cpython_haxr_php_and_ruby` |
//! | `us-ascii` declared over UTF-8 | `RPC::XML` | a strict parser | is read as UTF-8 | `rpc_xml_declares_us_ascii_over_utf_8` |
//! | ISO-8859-1 | PHP | npm and foxglove show U+FFFD; WordPress, DokuWiki, modernrpc and supervisord fail | is read as declared; UTF-8 is written | `iso_8859_1_is_read_as_declared` |
//! | UTF-16, a byte order mark | .NET | xmlrpc-c, haxr, WordPress | is read | `utf_16_and_byte_order_marks` |
//! | `<?clientid="…"?>` before the root | fldigi, flrig | every XML parser | is passed over there only | `fldigi_flrig_and_hamlib_name_the_client` |
//! | a DOCTYPE | web pages in place of a reply | | is refused unread, because entities are a danger; a web page is named as one | `a_doctype_is_refused_by_its_name` |
//! | white space in `<methodName>` | WordPress's clients | all but WordPress look for the padded name | is trimmed when reading | `wordpress_pads_the_method_name` |
//! | a default namespace on the root | some | haxr, roscpp, `XMLRPC::Lite` | is read | `a_default_namespace_on_the_response_is_accepted` |
//! | text after the document (`Warning: …`) | PHP | 9 of 14 clients | is refused, and the error shows it | `only_comments_may_stand_before_and_after_the_document` |
//!
//! # Faults
//!
//! | form | who sends it | who cannot read it | this library | test |
//! |---|---|---|---|---|
//! | a code of any sign and size | -506 (xmlrpc-c), 8001 (Twisted), 0 (WordPress) | | is the code | `codes_of_any_sign_and_size_from_many_servers` |
//! | a word as the code | `XMLRPC::Lite` (`Server`, `Client`) | haxr, Ruby, xmlrpc-c, aXMLRPC | `code` is 0, and [`Fault::word`](crate::Fault::word) has it | `xmlrpc_lite_sends_a_word_as_the_code` |
//! | a fault without code and text | npm, when a method fails with an `Error` | CPython | is a fault that says so | `npm_sends_a_fault_without_code_and_string` |
//! | `faultString` first, more members | PHP, Perl | aXMLRPC, Ruby and `RPC::XML` refuse more members | is read; two members are written, the code first | `a_fault_is_an_int_and_a_string_in_that_order_for_ruby_haxr_xmlrpc_c_and_axmlrpc` |
//! | a traceback, a newline at the end | CPython's family, Perl, PHP | | stays in `message`; `Display` shows one line | `tracebacks_and_trailing_newlines_stay` |
//! | a fault inside a good reply | `RPC::XML`, in `system.multicall` | | is refused as what it is | `rpc_xml_hides_a_fault_inside_a_good_reply_which_is_refused` |
//! | no fault at all, but an empty struct | DokuWiki 2022 | | is an empty struct | `dokuwiki_answers_errors_as_empty_structs_which_are_not_strings` |
//! | `[code, message, value]` in place of faults | ROS; XAPI and `OpenNebula` have shapes of their own | | an [`envelope`](crate::envelope) opens it | `rosmaster_answers_code_message_value` |
//!
//! # The `system.` methods
//!
//! | form | who sends it | this library | test |
//! |---|---|---|---|
//! | results of a multicall in arrays of one | CPython, xmlrpc-c, rTorrent, aria2, WordPress, Ruby … | is read and written | `multicall_results_in_arrays_of_one_and_bare_as_from_supervisord` |
//! | bare results | supervisord | is read; a fault is told by its two members | `bare_results_as_supervisord_sends_them` |
//! | an empty struct for the whole batch | DokuWiki | is an error that says so | `dokuwiki_answers_a_multicall_with_an_empty_struct` |
//! | no multicall | Twisted, npm, PHP, `XMLRPC::Lite`, Frontier, aiohttp, Zope, trytond, robotremoteserver, Kamailio | `fallback_to_single_calls` and `single_calls` | `servers_that_say_in_their_own_way_that_they_have_no_multicall_are_asked_one_by_one` |
//! | a multicall inside a multicall | CPython and modernrpc run it; it ends the process of roscpp | is refused by this server | `a_multicall_in_a_multicall_is_refused` |
//! | signatures as arrays, one flat array, or a string (`undef`, `signatures not supported`) | xmlrpc-c, Ruby; supervisord; CPython, rTorrent | is read into one type | `signatures_of_every_shape` |
//!
//! # HTTP
//!
//! | form | who sends it | this library | test |
//! |---|---|---|---|
//! | a fault with status 500 or 401 | davexmlrpc; DokuWiki | is the fault | `a_fault_is_a_fault_whatever_the_status` |
//! | any `Content-Type`, or none | WordPress, Kamailio, DokuWiki | is read; a web page is named in the error | `a_web_page_in_place_of_a_reply_is_named_with_its_title` |
//! | chunks, no length and close, HTTP/1.0 | npm; WordPress, PHP; CPython | is read | `a_body_of_another_kind_is_told_in_a_line` |
//! | `Content-Encoding: none`, `utf-8`, `binary` | servers behind proxies | is read as it is | `a_plain_body_with_a_content_encoding_that_is_none_is_read_as_it_is` |
//! | gzip, when asked for | aria2, CPython | is read, within the limits | `compressed_replies_are_read` |
//! | a redirect | servers behind proxies | the same POST goes there, without secrets to another host | `the_same_body_is_posted_again` |
//! | header names matched by case | i2pd, cameras | `title_case_headers` writes them so | `header_names_are_in_title_case_if_the_user_wants_it` |
//! | SCGI | rTorrent | `scgi://` urls | `scgi_as_rtorrent_speaks_it` |
//! | HTTP over a unix socket | supervisord | `unix:` and `http+unix:` urls | `http_over_a_unix_socket_in_every_spelling` |
//! | replies read by lines | Hamlib | this server's replies end with a newline | `an_http_reply_ends_with_a_newline` |
//!
//! A client should send `Content-Length` and no chunks (supervisord, xmlrpc-c and Ruby answer chunks with
//! 411, CPython with 500), `Content-Type: text/xml` (Zope, Roundup and Ruby refuse `application/xml`), and no
//! gzip (xmlrpc-c, PHP and Twisted take it for XML). A server should not compress a reply that was not asked
//! for.

'use strict';

// The search: every word must be in the name, the signature or the documentation of a method.
const search = document.getElementById('search');
const count = document.getElementById('count');
const methods = [...document.querySelectorAll('.method')].map((element) => {
  const parts = element.querySelectorAll('h3, .signature, .help');
  return { element, text: [...parts].map((part) => part.textContent).join(' ').toLowerCase() };
});

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const method of methods) {
    const fits = words.every((word) => method.text.includes(word));
    method.element.hidden = !fits;
    found += fits ? 1 : 0;
  }
  for (const section of document.querySelectorAll('.namespace')) {
    section.hidden = !section.querySelector('.method:not([hidden])');
  }
  count.textContent = words.length ? `${found} of ${methods.length} methods` : `${methods.length} methods`;
}

search.addEventListener('input', filter);
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
  } else if (event.key === 'Escape' && event.target === search) {
    search.value = '';
    filter();
  }
});
filter();

// From the fields of a form to a call.
function escape(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');
}

function typed(type, text) {
  const trimmed = text.trim();
  switch (type) {
    case 'int':
    case 'i8':
      if (!/^[+-]?\d+$/.test(trimmed)) throw new Error(`expected a whole number, found “${text}”`);
      return `<value><${type}>${trimmed}</${type}></value>`;
    case 'double':
      if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed)) throw new Error(`expected a number, found “${text}”`);
      return `<value><double>${trimmed}</double></value>`;
    case 'boolean':
      return `<value><boolean>${trimmed}</boolean></value>`;
    case 'string':
      return `<value><string>${escape(text)}</string></value>`;
    case 'dateTime.iso8601':
    case 'base64':
      return `<value><${type}>${escape(trimmed)}</${type}></value>`;
    default:
      return fromJson(JSON.parse(text));
  }
}

function fromJson(value) {
  if (value === null) return '<value><nil/></value>';
  if (Array.isArray(value)) {
    return `<value><array><data>${value.map(fromJson).join('')}</data></array></value>`;
  }
  switch (typeof value) {
    case 'boolean':
      return `<value><boolean>${value ? 1 : 0}</boolean></value>`;
    case 'string':
      return `<value><string>${escape(value)}</string></value>`;
    case 'number': {
      if (Number.isSafeInteger(value)) {
        const tag = value >= -2147483648 && value <= 2147483647 ? 'int' : 'i8';
        return `<value><${tag}>${value}</${tag}></value>`;
      }
      const text = String(value);
      if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`XML-RPC has no form for the number ${text}`);
      return `<value><double>${text}</double></value>`;
    }
    default: {
      const keys = Object.keys(value);
      if (keys.length === 1 && keys[0] === '$base64') return typed('base64', value.$base64);
      if (keys.length === 1 && keys[0] === '$dateTime') return typed('dateTime.iso8601', value.$dateTime);
      const members = keys.map((key) => `<member><name>${escape(key)}</name>${fromJson(value[key])}</member>`);
      return `<value><struct>${members.join('')}</struct></value>`;
    }
  }
}

function callOf(form) {
  let params = '';
  let leftOff = false;
  for (const field of form.querySelectorAll('[data-type]')) {
    const send = document.getElementById(field.id + '-send');
    if (send && !send.checked) {
      leftOff = true;
      continue;
    }
    const name = field.dataset.name;
    if (leftOff) throw new Error(`${name}: the parameters before it must be sent too`);
    try {
      if (field.dataset.type === 'params') {
        const all = JSON.parse(field.value || '[]');
        if (!Array.isArray(all)) throw new Error('expected an array of parameters');
        params += all.map((one) => `<param>${fromJson(one)}</param>`).join('');
      } else {
        params += `<param>${typed(field.dataset.type, field.value)}</param>`;
      }
    } catch (error) {
      throw new Error(`${name}: ${error.message}`);
    }
  }
  const method = escape(form.dataset.method);
  return `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${params}</params></methodCall>`;
}

// From a reply to a tree. Text is only ever set as text, so markup in it does nothing.
function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function children(element, tag) {
  return [...element.children].filter((child) => child.localName === tag);
}

function tree(value) {
  const inner = value.children[0];
  if (!inner) return leaf('string', value.textContent);
  const type = inner.localName;
  if (type === 'array') {
    const rows = children(inner, 'data').flatMap((data) => children(data, 'value'));
    return branch(`array of ${rows.length}`, rows.map((row, index) => [String(index), row]));
  }
  if (type === 'struct') {
    const members = children(inner, 'member').map((member) => {
      const name = children(member, 'name')[0];
      return [name ? name.textContent : '', children(member, 'value')[0]];
    });
    return branch(`struct of ${members.length}`, members.filter((member) => member[1]));
  }
  return leaf(type, type === 'boolean' ? (inner.textContent.trim() === '1' ? 'true' : 'false') : inner.textContent);
}

function leaf(type, text) {
  const element = make('span');
  element.append(make('span', 'type', `${type} `), make('span', 'text', text));
  return element;
}

function branch(title, members) {
  const details = make('details');
  details.open = true;
  const list = make('ul');
  for (const [key, value] of members) {
    const item = make('li');
    item.append(make('span', 'key', `${key}: `), tree(value));
    list.append(item);
  }
  details.append(make('summary', 'type', title), list);
  return details;
}

function find(element, ...tags) {
  return tags.reduce((at, tag) => at && children(at, tag)[0], element);
}

function show(text, status) {
  const xml = new DOMParser().parseFromString(text, 'text/xml');
  const root = xml.documentElement;
  if (!root || root.localName !== 'methodResponse') {
    return make('div', 'fault', `HTTP ${status}: ${text.slice(0, 1000)}`);
  }
  const fault = find(root, 'fault', 'value');
  if (fault) {
    const parts = { faultCode: '', faultString: '' };
    for (const member of children(find(fault, 'struct') || fault, 'member')) {
      parts[find(member, 'name').textContent.trim()] = find(member, 'value').textContent;
    }
    return make('div', 'fault', `Fault ${parts.faultCode.trim()}: ${parts.faultString}`);
  }
  const value = find(root, 'params', 'param', 'value');
  return value ? tree(value) : make('span', 'type', 'no value');
}

async function submit(event) {
  event.preventDefault();
  const form = event.target;
  const output = form.parentElement.querySelector('.reply');
  const button = form.querySelector('button');
  button.disabled = true;
  output.replaceChildren(make('span', 'type', 'calling …'));
  try {
    const response = await fetch(location.pathname + location.search, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml; charset=utf-8' },
      body: callOf(form),
    });
    const charset = /charset=([^;\s]+)/i.exec(response.headers.get('Content-Type') || '');
    const decoder = new TextDecoder(charset ? charset[1] : 'utf-8');
    const text = decoder.decode(await response.arrayBuffer());
    output.replaceChildren(show(text, response.status));
  } catch (error) {
    output.replaceChildren(make('div', 'fault', error.message));
  }
  button.disabled = false;
}

for (const form of document.querySelectorAll('form[data-method]')) {
  form.addEventListener('submit', submit);
  for (const field of form.querySelectorAll('[data-type]')) {
    const send = document.getElementById(field.id + '-send');
    if (send) field.addEventListener('input', () => { send.checked = true; });
  }
}

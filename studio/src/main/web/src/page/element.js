/**
 * Elements of the page, made without markup in strings.
 */

/**
 * A new element.
 *
 * @param {string} tag
 * @param {object} [attributes] `on: {event: listener}`; booleans set or leave out; null leaves out
 * @param {...(Node|string|null)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    setAttribute(made, name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

function setAttribute(made, name, value) {
  if (name === 'on') {
    Object.entries(value).forEach(([event, listener]) => made.addEventListener(event, listener));
  } else if (value === true) {
    made.setAttribute(name, '');
  } else if (value !== false && value !== null && value !== undefined) {
    made.setAttribute(name, value);
  }
}

/**
 * A button that is no submit button.
 *
 * @param {object} attributes as of {@link element}
 * @param {...(Node|string|null)} children
 * @returns {HTMLButtonElement}
 */
export function button(attributes, ...children) {
  return element('button', { type: 'button', ...attributes }, ...children);
}

/**
 * Sets a text only where it differs, so that nothing is laid out again in vain.
 *
 * @param {HTMLElement} host
 * @param {string} text
 */
export function setText(host, text) {
  if (host.textContent !== text) {
    host.textContent = text;
  }
}

/**
 * Sets an attribute only where it differs.
 *
 * @param {HTMLElement} host
 * @param {string} name
 * @param {string} value
 */
export function setAttributeOf(host, name, value) {
  if (host.getAttribute(name) !== value) {
    host.setAttribute(name, value);
  }
}

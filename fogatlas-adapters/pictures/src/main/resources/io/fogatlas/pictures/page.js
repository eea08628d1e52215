// Lets the reader of the page look at one thing at a time: everything it shows is drawn already.
(function () {
  'use strict';
  const SVG = 'http://www.w3.org/2000/svg';
  const data = JSON.parse(document.getElementById('data').textContent);
  const map = document.getElementById('map');
  const told = document.getElementById('told');
  const invitation = told.textContent;
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const drawing = document.createElementNS(SVG, 'g');
  drawing.setAttribute('id', 'looked-at');
  const labels = map.querySelector('.labels');
  map.insertBefore(drawing, labels);
  let view = data.first;
  let pinned = null; // what stays shown when the pointer leaves: a step of a plan

  // --- What is looked at -------------------------------------------------------------------------------------------

  function routes(flow) {
    return data.views[view].routes[flow] || data.views[0].routes[flow] || [];
  }

  function clear() {
    all('.on').forEach((element) => element.classList.remove('on'));
    map.classList.remove('busy');
    drawing.replaceChildren();
  }

  function mark(selector) {
    all(selector).forEach((element) => element.classList.add('on'));
  }

  function add(name, attributes, text) {
    const element = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach((key) => element.setAttribute(key, attributes[key]));
    element.textContent = text || '';
    drawing.appendChild(element);
    return element;
  }

  function drawLink(id, backward, kind) {
    const link = document.getElementById(id);
    const path = link.querySelector('.line').getAttribute('d');
    link.classList.add('on');
    add('path', {class: 'way under', d: path});
    add('path', {class: 'way ' + kind + (backward ? ' backward' : ''), d: path});
  }

  function drawRegion(id, kind) {
    const disc = document.getElementById(id).querySelector('.disc');
    document.getElementById(id).classList.add('on');
    add('circle', {
      class: 'halo ' + kind, cx: disc.getAttribute('cx'), cy: disc.getAttribute('cy'), r: Number(disc.getAttribute('r')) + 5,
    });
  }

  function drawRoute(route) {
    route.links.forEach((link) => drawLink(link.replace('!', ''), link.startsWith('!'), ''));
    drawRegion(route.from, '');
    drawRegion(route.to, '');
    if (route.links.length > 0) {
      const middle = route.links[Math.floor(route.links.length / 2)].replace('!', '');
      const line = document.getElementById(middle).querySelector('.line');
      const at = line.getPointAtLength(line.getTotalLength() / 2);
      add('text', {class: 'way-text', x: at.x + 6, y: at.y - 7}, route.short);
    }
  }

  function showFlow(flow) {
    clear();
    map.classList.add('busy');
    mark('[data-flow="' + flow + '"]:not(button)');
    data.flows[flow].ends.forEach((vertex) => mark('[data-vertex="' + vertex + '"]:not(button)'));
    const ways = routes(flow);
    ways.forEach(drawRoute);
    told.textContent = data.flows[flow].text + '. '
      + (ways.length === 0 ? 'It has no route.' : ways.map((way) => way.text).join('; '));
  }

  function showVertex(vertex, text) {
    clear();
    map.classList.add('busy');
    mark('[data-vertex="' + vertex + '"]:not(button)');
    const words = [];
    Object.keys(data.flows).filter((flow) => data.flows[flow].ends.includes(vertex)).forEach((flow) => {
      mark('.flow[data-flow="' + flow + '"]');
      routes(flow).forEach(drawRoute);
      words.push(data.flows[flow].text);
    });
    all('.layer:not([display="none"]) .card').forEach((card) => {
      if (card.querySelector('[data-vertex="' + vertex + '"]')) {
        drawRegion(card.dataset.region, '');
      }
    });
    told.textContent = text + (words.length === 0 ? '' : '. Data flows: ' + words.join('; '));
  }

  function showRegion(region) {
    clear();
    mark('[data-region="' + region + '"]');
    drawRegion(region, '');
    const running = all('.layer:not([display="none"]) .card[data-region="' + region + '"] .entry')
      .filter((entry) => !entry.classList.contains('app-hidden')).map((entry) => entry.textContent);
    told.textContent = titleOf(document.getElementById(region)) + (running.length === 0 ? '' : '. Here: ' + running.join(', '));
  }

  function showLink(link) {
    clear();
    mark('[data-link="' + link + '"]');
    drawLink(link, false, '');
    told.textContent = titleOf(document.getElementById(link));
  }

  function showStep(step) {
    clear();
    step.classList.add('on');
    if (step.dataset.vertex) {
      mark('[data-vertex="' + step.dataset.vertex + '"]:not(button)');
    }
    if (step.dataset.flow) {
      mark('.flow[data-flow="' + step.dataset.flow + '"]');
    }
    step.dataset.links.split(' ').filter(Boolean).forEach((link) => drawLink(link, false, step.dataset.kind));
    step.dataset.regions.split(' ').filter(Boolean).forEach((region) => drawRegion(region, step.dataset.kind));
    told.textContent = step.textContent;
  }

  function titleOf(element) {
    const title = element.querySelector('title');
    return title ? title.textContent : '';
  }

  function show(target) {
    const thing = target.closest('.step, [data-flow], [data-vertex], .region, [data-link], .link, [data-region]');
    if (!thing) {
      return false;
    }
    if (thing.classList.contains('step')) {
      showStep(thing);
    } else if (thing.dataset.flow) {
      showFlow(thing.dataset.flow);
    } else if (thing.dataset.vertex) {
      showVertex(thing.dataset.vertex, titleOf(thing) || thing.textContent);
    } else if (thing.classList.contains('link') || thing.dataset.link) {
      showLink(thing.dataset.link || thing.id);
    } else {
      showRegion(thing.dataset.region || thing.id);
    }
    return true;
  }

  function leave() {
    clear();
    told.textContent = invitation;
    if (pinned) {
      showStep(pinned);
    }
  }

  document.addEventListener('pointerover', (event) => {
    if (event.target instanceof Element && !show(event.target)) {
      leave();
    }
  });
  document.addEventListener('focusin', (event) => {
    if (event.target.matches(':focus-visible')) {
      show(event.target);
    }
  });
  document.addEventListener('focusout', leave);
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('.show')) {
      show(event.target);
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      pinned = null;
      leave();
    }
  });

  // --- From thing to thing with the arrow keys ------------------------------------------------------------------------

  function rove(container, things, next) {
    things.forEach((thing, index) => {
      thing.setAttribute('tabindex', index === 0 ? '0' : '-1');
      thing.setAttribute('role', 'img');
      thing.setAttribute('aria-label', titleOf(thing));
    });
    container.addEventListener('keydown', (event) => {
      const from = things.indexOf(document.activeElement);
      const direction = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1]}[event.key];
      if (from < 0 || !direction) {
        return;
      }
      event.preventDefault();
      const to = next(things, from, direction);
      if (to) {
        things[from].setAttribute('tabindex', '-1');
        to.setAttribute('tabindex', '0');
        to.focus();
      }
    });
  }

  function centre(thing) {
    const shape = thing.querySelector('.disc, .box').getBBox();
    return [shape.x + shape.width / 2, shape.y + shape.height / 2];
  }

  // The nearest in a direction: what lies aside counts twice.
  function nearest(things, from, direction) {
    const start = centre(things[from]);
    let best = null;
    let least = Infinity;
    things.forEach((thing) => {
      const at = centre(thing);
      const ahead = (at[0] - start[0]) * direction[0] + (at[1] - start[1]) * direction[1];
      const aside = Math.abs((at[0] - start[0]) * direction[1]) + Math.abs((at[1] - start[1]) * direction[0]);
      if (ahead > 0.5 && ahead + 2 * aside < least && !thing.closest('.app-hidden')) {
        least = ahead + 2 * aside;
        best = thing;
      }
    });
    return best;
  }

  rove(map, all('.region', map), nearest);
  all('svg.graph').forEach((graph) => rove(graph, all('.vertex', graph), nearest));

  // Edges are thin: a wide invisible copy takes the pointer.
  all('svg.graph .flow, #map .link').forEach((thing) => {
    const line = thing.querySelector('.edge, .line');
    const wide = document.createElementNS(SVG, 'path');
    wide.setAttribute('d', line.getAttribute('d'));
    wide.setAttribute('fill', 'none');
    wide.setAttribute('stroke', 'transparent');
    wide.setAttribute('stroke-width', '9');
    thing.appendChild(wide);
  });

  // --- Views, applications, theme -------------------------------------------------------------------------------------

  function setInk(element, step) {
    element.setAttribute('class', element.getAttribute('class').replace(/i-load\d/, 'i-load' + step));
  }

  function setUsage(row, values) {
    const cells = Array.from(document.querySelector('tr[data-usage="' + row + '"]').cells).slice(-3);
    cells.forEach((cell, index) => {
      const value = values[index];
      (cell.querySelector('span') || cell).textContent = value[0];
      cell.dataset.value = value[1];
      if (cell.classList.contains('bar')) {
        const bar = cell.querySelector('path:last-of-type');
        bar.setAttribute('d', 'M0 4.5H' + value[2]);
        setInk(bar, value[3]);
      }
    });
  }

  const initial = new Map();
  all('.link .line, .region .ring', map).forEach((element) => {
    initial.set(element, [Number(/i-load(\d)/.exec(element.getAttribute('class'))[1]), element.getAttribute('stroke-dasharray')]);
  });

  function showView(number) {
    view = number;
    pinned = null;
    const shown = data.views[number];
    all('.link, .region', map).forEach((element) => element.classList.toggle('down', shown.down.includes(element.id)));
    all('.layer', map).forEach((layer) => {
      if (Number(layer.dataset.view) === shown.layer) {
        layer.removeAttribute('display');
      } else {
        layer.setAttribute('display', 'none');
      }
    });
    initial.forEach((values, element) => {
      const id = element.parentNode.id;
      const ring = shown.rings[id];
      setInk(element, ring ? ring[0] : id in shown.loads ? shown.loads[id] : values[0]);
      if (element.classList.contains('ring')) {
        const around = 2 * Math.PI * Number(element.getAttribute('r'));
        element.setAttribute('stroke-dasharray', ring ? around * ring[1] / 100 + ' ' + around : values[1]);
      }
    });
    all('.of-view').forEach((part) => { part.hidden = !part.dataset.views.split(' ').includes(String(number)); });
    Object.entries(Object.assign({}, data.usage, shown.usage)).forEach((entry) => setUsage(entry[0], entry[1]));
    document.getElementById('utilisation-of').textContent = number === 0 ? '' : 'If ' + shown.name + '.';
    all('tr[data-view]').forEach((row) => row.setAttribute('aria-current', String(Number(row.dataset.view) === number)));
    const select = document.getElementById('view');
    if (select) {
      select.value = String(number);
    }
    leave();
    told.textContent = number === 0 ? invitation : 'If ' + shown.name + '.';
  }

  const select = document.getElementById('view');
  if (select) {
    select.addEventListener('change', () => showView(Number(select.value)));
    all('button[data-view]').forEach((button) => button.addEventListener('click', () => showView(Number(button.dataset.view))));
  }

  const filter = document.getElementById('filter');
  if (filter) {
    filter.addEventListener('change', () => {
      all('.app').forEach((part) => {
        part.classList.toggle('app-hidden', filter.value !== '' && !part.classList.contains('app' + filter.value));
      });
      all('#map .card').forEach((card) => {
        card.classList.toggle('app-hidden', all('.app:not(.app-hidden)', card).length === 0);
      });
      leave();
    });
  }

  const theme = document.getElementById('theme');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  function isDark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === 'dark' : dark.matches;
  }
  function tellTheme() {
    theme.setAttribute('aria-pressed', String(isDark()));
  }
  theme.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    tellTheme();
  });
  dark.addEventListener('change', tellTheme);
  tellTheme();

  // --- Tables ---------------------------------------------------------------------------------------------------------

  function valueOf(row, column) {
    const cell = row.cells[column];
    return cell.classList.contains('number') ? Number(cell.dataset.value) : cell.textContent;
  }

  all('table.sortable').forEach((table) => {
    const heads = all('th', table);
    heads.forEach((head, column) => head.querySelector('button').addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') === 'none' ? !head.classList.contains('number')
        : head.getAttribute('aria-sort') === 'descending';
      heads.forEach((other) => other.setAttribute('aria-sort', 'none'));
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const rows = Array.from(table.tBodies[0].rows);
      rows.sort((one, other) => {
        const a = valueOf(one, column);
        const b = valueOf(other, column);
        const order = typeof a === 'number' ? a - b : a.localeCompare(b, 'en', {numeric: true});
        return up ? order : -order;
      });
      table.tBodies[0].append(...rows);
    }));
  });

  // --- Plans ----------------------------------------------------------------------------------------------------------

  all('.plan').forEach((plan) => {
    const steps = all('.step', plan);
    const back = plan.querySelector('.back');
    const next = plan.querySelector('.next');
    const at = plan.querySelector('.at');
    let current = -1;
    function go(number) {
      current = number;
      back.disabled = current < 0;
      next.disabled = current === steps.length - 1;
      at.textContent = current < 0 ? 'not started' : 'step ' + (current + 1) + ' of ' + steps.length;
      steps.forEach((step, index) => step.setAttribute('aria-current', index === current ? 'step' : 'false'));
      pinned = current < 0 ? null : steps[current];
      leave();
      if (pinned) {
        pinned.scrollIntoView({block: 'nearest'});
      }
    }
    back.addEventListener('click', () => go(Math.max(-1, current - 1)));
    next.addEventListener('click', () => go(Math.min(steps.length - 1, current + 1)));
    steps.forEach((step, index) => step.addEventListener('click', () => go(index)));
    back.disabled = true;
  });

  // --- Zoom -----------------------------------------------------------------------------------------------------------

  const whole = map.viewBox.baseVal;
  const size = {width: whole.width, height: whole.height};
  let box = {x: 0, y: 0, width: size.width, height: size.height};
  function look(x, y, factor) {
    const width = Math.max(size.width / 12, Math.min(size.width, size.width * factor));
    const height = width * size.height / size.width;
    box = {
      x: Math.max(0, Math.min(size.width - width, x - width / 2)),
      y: Math.max(0, Math.min(size.height - height, y - height / 2)),
      width: width,
      height: height,
    };
    map.setAttribute('viewBox', [box.x, box.y, box.width, box.height].join(' '));
    map.classList.toggle('zoomed', width < size.width);
  }
  function zoom(by) {
    const focused = document.activeElement && document.activeElement.closest('#map .region');
    const at = focused ? centre(focused) : [box.x + box.width / 2, box.y + box.height / 2];
    look(at[0], at[1], box.width / size.width * by);
  }
  document.getElementById('closer').addEventListener('click', () => zoom(1 / 1.5));
  document.getElementById('farther').addEventListener('click', () => zoom(1.5));
  document.getElementById('whole').addEventListener('click', () => look(0, 0, 1));
  map.addEventListener('keydown', (event) => {
    if (event.key === '+' || event.key === '=') {
      zoom(1 / 1.5);
    } else if (event.key === '-') {
      zoom(1.5);
    } else if (event.key === '0') {
      look(0, 0, 1);
    }
  });
  let drag = null;
  map.addEventListener('pointerdown', (event) => {
    drag = box.width < size.width ? {x: event.clientX, y: event.clientY, box: box} : null;
  });
  window.addEventListener('pointermove', (event) => {
    if (drag) {
      const scale = drag.box.width / map.clientWidth;
      look(drag.box.x + drag.box.width / 2 - (event.clientX - drag.x) * scale,
        drag.box.y + drag.box.height / 2 - (event.clientY - drag.y) * scale, drag.box.width / size.width);
    }
  });
  window.addEventListener('pointerup', () => { drag = null; });

  if (data.views.length > 1) {
    showView(data.first);
  }
}());

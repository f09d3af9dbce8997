'use strict'
// Glue only: files in, the engine's HTML out. Reading, marking and writing are the engine's (WebAssembly).
const $ = id => document.getElementById(id)
const utf8 = new TextEncoder()
const forms = { json: 0, learner: 1, assessor: 2, learnerPage: 3, assessorPage: 4 }
const say = words => { $('status').textContent = words }
const complain = words => { $('problem').textContent = words }
let engine, shown = -1, names = [], isMarking = false

async function unpacked(stream, limit) {
  const reader = stream.getReader(), chunks = []
  let size = 0
  for (let part; !(part = await reader.read()).done;) {
    size += part.value.length
    if (size > limit) { reader.cancel(); throw new RangeError() }
    chunks.push(part.value)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

function given(bytes) {
  if (typeof bytes === 'string') bytes = utf8.encode(bytes)
  const address = engine.premark_allocate(bytes.length)
  new Uint8Array(engine.memory.buffer, address, bytes.length).set(bytes)
  return [address, bytes.length]
}

function output(count) {
  const [place] = given(new Uint8Array(count))
  engine.premark_output(place)
  return new Uint8Array(engine.memory.buffer, place, count).slice()
}

const text = count => new TextDecoder('utf-8', { ignoreBOM: true }).decode(output(count))

async function start() {
  const packed = Uint8Array.from(atob($('engine').textContent.trim()), letter => letter.charCodeAt(0))
  const bytes = await unpacked(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')), 1 << 27)
  engine = (await WebAssembly.instantiate(bytes)).instance.exports
  for (const line of text(engine.premark_units()).trim().split('\n')) {
    const [id, title] = line.split('\t')
    $('unit').add(new Option(title, id))
  }
  document.documentElement.dataset.ready = 'yes'
}

// Reading a unit's rules takes longer than marking: it is done while the user still looks for the file.
const whenIdle = window.requestIdleCallback ?? (work => setTimeout(work, 10))
const prepare = unit => engine.premark_prepare(...given(unit))

async function prepareAll() {
  await ready
  for (const unit of [...$('unit').options].map(option => option.value)) {
    await new Promise(done => whenIdle(done))
    if (isMarking) return
    prepare(unit)
  }
}

// The engine lists a file's parts; they are unpacked here under its limits.
async function mark(name, bytes) {
  isMarking = true
  await ready
  const parts = engine.premark_open(...given(bytes))
  let left = engine.premark_file_limit()
  for (let part = 0; part < parts; part++) {
    const packed = bytes.subarray(engine.premark_part_start(part), engine.premark_part_end(part))
    const limit = Math.min(left, engine.premark_part_limit())
    try {
      if (packed.length > limit && !engine.premark_part_is_deflated(part)) throw new RangeError()
      const plain = engine.premark_part_is_deflated(part)
        ? await unpacked(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')), limit) : packed
      left -= plain.length
      engine.premark_fill(part, ...given(plain))
    } catch (error) {
      engine.premark_refuse(part, error instanceof RangeError ? 1 : 0)
      break
    }
  }
  const day = ($('submitted').value || '0-0-0').split('-').map(Number)
  return engine.premark_mark(...given($('unit').value), ...given(name), ...given($('learner').value.trim()), ...day)
}

const audience = () => document.querySelector('[name=audience]:checked').value

function reveal(id) {
  for (const other of ['start', 'cohort', 'report']) $(other).hidden = other !== id
  $('actions').hidden = id === 'start'
  $('all').hidden = id !== 'report' || names.length < 2
  $('csv').hidden = id === 'start' || names.length < 2
  $('page').hidden = id !== 'report'
  scrollTo(0, 0)
  const head = $(id).querySelector('h1')
  if (head) { head.tabIndex = -1; head.focus({ preventScroll: true }) }
}

function show(number) {
  shown = number
  $('report').innerHTML = text(engine.premark_report(number, forms[audience()]))
  const save = $('save')
  if (save) saveRecord()
  reveal('report')
  say('The report on ' + names[number] + ' is below.')
}

async function checkAll(files) {
  complain('')
  $('diagnostics').hidden = true
  const rules = files.filter(file => file.name.endsWith('.rules'))
  for (const file of rules) await takeRules(file)
  const plans = files.filter(file => !rules.includes(file))
  if (plans.length === 0) return
  await ready
  engine.premark_clear()
  names = []
  let failed = 0, last = -1
  for (const file of plans) {
    say('Reading ' + file.name + (plans.length > 1 ? ' (' + (names.length + 1) + ' of ' + plans.length + ')' : '') + '…')
    last = await mark(file.name, new Uint8Array(await file.arrayBuffer()))
    names.push(file.name)
    failed += engine.premark_failed(last)
  }
  if (plans.length > 1) {
    $('table').innerHTML = text(engine.premark_table())
    reveal('cohort')
    say(plans.length + ' submissions are in the table below.')
  } else if (failed) {
    const why = JSON.parse(text(engine.premark_report(last, forms.json))).error.message
    say('')
    complain(names[0] + ': ' + why)
    reveal('start')
    $(why.includes('which unit') ? 'unit' : 'files').focus()
  } else {
    show(last)
  }
}

async function takeRules(file) {
  await ready
  const answer = text(engine.premark_rules(...given(file.name), ...given(new Uint8Array(await file.arrayBuffer()))))
  const [title] = answer.split('\n', 1), problems = answer.slice(title.length + 1)
  ;[...$('unit').options].filter(option => option.value === 'own-rules').forEach(option => option.remove())
  if (title) {
    $('unit').add(new Option(title + ' (' + file.name + ')', 'own-rules', true, true))
    say('The rules of ' + file.name + ' can be used.')
  } else {
    complain(file.name + ': these rules are wrong and cannot be used; what is wrong stands below.')
  }
  $('diagnostics').hidden = !problems.trim()
  $('diagnostics').querySelector('pre').textContent = problems
  reveal('start')
}

function save(bytes, name, type) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

function saveRecord() {
@RECORD@
}

const attempt = work => work.catch(error => {
  say('')
  complain('Something went wrong in this page (' + error + '). Please load it again.')
})

const ready = start()
attempt(prepareAll())
$('unit').addEventListener('change', event => attempt(ready.then(() => prepare(event.target.value))))
$('files').addEventListener('change', event => {
  const files = [...event.target.files]
  if (files.length) attempt(checkAll(files).then(() => { event.target.value = '' }))
})
$('rules').addEventListener('change', event => { if (event.target.files.length) attempt(takeRules(event.target.files[0])) })
$('form').addEventListener('submit', event => {
  event.preventDefault()
  if ($('paste').value.trim()) attempt(checkAll([new File([$('paste').value], 'pasted text')]))
  else complain('There is no text to check yet: paste it into the box, or choose a file.')
})
$('again').addEventListener('click', () => { say(''); complain(''); reveal('start') })
$('all').addEventListener('click', () => reveal('cohort'))
$('csv').addEventListener('click', () => save(output(engine.premark_csv()), 'premark.csv', 'text/csv'))
$('page').addEventListener('click', () => save(
  output(engine.premark_report(shown, forms[audience() + 'Page'])), names[shown] + '.html', 'text/html'))
$('table').addEventListener('click', event => {
  const button = event.target.closest('[data-report]')
  if (button) show(Number(button.dataset.report))
})
addEventListener('dragover', event => { event.preventDefault(); document.body.classList.add('over') })
addEventListener('dragleave', event => { if (!event.relatedTarget) document.body.classList.remove('over') })
addEventListener('drop', event => {
  event.preventDefault()
  document.body.classList.remove('over')
  const files = [...event.dataTransfer.files]
  if (files.length) attempt(checkAll(files))
})

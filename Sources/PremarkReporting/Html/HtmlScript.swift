/// The one script of an assessor's page: it gathers the form and saves it as a file. It asks nothing of any server.
enum HtmlScript {
  static let text = """
    document.getElementById('save').addEventListener('click', () => {
      const form = document.getElementById('record-form')
      const value = name => { const it = form.elements[name]; return it && it.value || null }
      const criteria = [...form.querySelectorAll('[data-criterion]')].map((set, index) => ({
        id: set.dataset.criterion, proposed: set.dataset.proposed,
        decision: value('decision-' + (index + 1)), reason: value('reason-' + (index + 1)) }))
      const record = { premarkRecord: 1, file: form.dataset.file, fileDigest: form.dataset.digest,
        unit: form.dataset.unit, rulesDigest: form.dataset.rules, criteria,
        assessor: { name: value('assessor'), date: value('assessed'), feedback: value('feedback') },
        iqa: { outcome: value('iqa-outcome'), comment: value('iqa-comment'), name: value('iqa-name'), date: value('iqa-date') } }
      const status = document.getElementById('saved')
      const open = criteria.filter(one => !one.decision).length
      if (!record.assessor.name || !record.assessor.date) { status.textContent = 'Fill in the assessor\\u2019s name and the date first.'; return }
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([JSON.stringify(record, null, 2) + '\\n'], { type: 'application/json' }))
      link.download = form.dataset.file.replace(/\\.[^.]*$/, '') + '-record.json'
      link.click()
      URL.revokeObjectURL(link.href)
      status.textContent = 'Saved.' + (open ? ' ' + open + ' of ' + criteria.length + ' criteria are not decided yet.' : '')
    })

    """
}

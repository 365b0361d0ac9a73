const filter = document.querySelector(".filter");
const findings = [...document.querySelectorAll(".finding")];
const boxes = [...filter.querySelectorAll("input")];
const rule = filter.querySelector("select");

function show() {
  const severities = boxes.filter(box => box.checked).map(box => box.value);
  for (const finding of findings) {
    const { severity, rule: name } = finding.dataset;
    finding.hidden = !severities.includes(severity) || (rule.value && rule.value !== name);
  }
  for (const part of document.querySelectorAll("article"))
    part.hidden = !part.querySelector(".finding:not([hidden])");
  const shown = findings.filter(finding => !finding.hidden).length;
  filter.querySelector("p").textContent = `${shown} of ${findings.length} shown`;
}

filter.addEventListener("change", show);
filter.hidden = false;
show();

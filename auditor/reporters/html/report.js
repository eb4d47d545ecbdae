// Filters the findings, keeps what is chosen in the address, and tells readers by ear which
// language the report is in. Without it the report says the same.

const root = document.documentElement;
const initial = root.lang;
const languages = [...document.querySelectorAll("[name=language]")];
const form = document.querySelector(".filters");
const boxes = form ? [...form.querySelectorAll("[name=severity]")] : [];
const sheets = [...document.querySelectorAll(".sheet")];

function speak() {
  root.lang = languages.find((each) => each.checked).value;
  for (const each of document.querySelectorAll("[data-en]")) {
    each.textContent = each.dataset[root.lang];
  }
}

function severities() {
  return boxes.filter((each) => each.checked).map((each) => each.value);
}

function filter() {
  if (!form) return;
  const [wanted, rule, path] = [severities(), form.rule.value, form.sheet.value];
  const narrowed = rule !== "" || wanted.length < boxes.length;
  let shown = 0;
  for (const sheet of sheets) {
    const here = path === "" || sheet.dataset.path === path;
    let found = false;
    for (const finding of sheet.querySelectorAll(".finding")) {
      const { severity, rule: code, stands } = finding.dataset;
      const fits = here && wanted.includes(severity) && (rule === "" || code === rule);
      finding.hidden = !fits;
      found ||= fits;
      shown += fits && stands !== undefined;
    }
    sheet.hidden = !here || (narrowed && !found);
  }
  for (const each of form.querySelectorAll(".shown")) each.textContent = shown;
  form.querySelector(".nothing").hidden = shown > 0;
}

// The address: `#severity=error&rule=TXT001&sheet=plans/a.yaml&lang=zh`, or the id of a finding.

function remember() {
  const chosen = new URLSearchParams();
  if (form && severities().length < boxes.length) chosen.set("severity", severities().join(","));
  if (form?.rule.value) chosen.set("rule", form.rule.value);
  if (form?.sheet.value) chosen.set("sheet", form.sheet.value);
  if (root.lang !== initial) chosen.set("lang", root.lang);
  history.replaceState(null, "", `#${chosen}`);
}

function recall() {
  const hash = location.hash.slice(1);
  if (!hash.includes("=")) {
    reveal(document.getElementById(hash));
    return;
  }
  const chosen = new URLSearchParams(hash);
  for (const each of languages) each.checked = each.value === (chosen.get("lang") ?? initial);
  if (form) {
    const wanted = chosen.get("severity")?.split(",");
    for (const each of boxes) each.checked = wanted?.includes(each.value) ?? true;
    for (const each of [form.rule, form.sheet]) {
      each.value = chosen.get(each.name) ?? "";
      if (each.selectedIndex < 0) each.selectedIndex = 0;
    }
  }
}

function reveal(target) {
  if (!target) return;
  if (target.closest("[hidden]")) {
    form.reset();
    filter();
  }
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
  target.scrollIntoView();
}

function change() {
  speak();
  filter();
  remember();
}

for (const each of languages) each.addEventListener("change", change);
form?.addEventListener("change", change);
form?.addEventListener("reset", () => setTimeout(change));
form?.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", () => {
  recall();
  speak();
  filter();
});

let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const each of folded) each.open = true;
});
addEventListener("afterprint", () => {
  for (const each of folded) each.open = false;
});

root.classList.add("scripted");
recall();
speak();
filter();

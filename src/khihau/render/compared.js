"use strict";
const show = (term) => {
  for (const one of document.querySelectorAll(".joined")) {
    one.classList.toggle("here", term !== undefined && one.dataset.term === term);
  }
};
for (const kind of ["mouseover", "focusin"]) {
  document.addEventListener(kind, (event) => show(event.target.closest(".joined")?.dataset.term));
}

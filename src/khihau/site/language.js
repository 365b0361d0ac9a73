// The entrance goes on to the first language of the browser that the site has; coming back to it
// (…/index.html#stay) shows the choice.
const offered = [...document.querySelectorAll("a[hreflang]")];

function preferred() {
  for (const tag of navigator.languages || [navigator.language]) {
    const link = offered.find(one => one.hreflang === tag.toLowerCase().split("-")[0]);
    if (link) return link;
  }
  return null;
}

const link = location.hash === "#stay" ? null : preferred();
if (link) location.replace(link.getAttribute("href"));

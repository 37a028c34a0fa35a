// Says how much may still be typed into a text with data-longest. Without this file the hint above the text says the limit.
(() => {
  const text = document.querySelector("textarea[data-longest]");
  const left = document.getElementById("text-left");
  if (!text || !left) {
    return;
  }
  const longest = Number(text.dataset.longest);
  const count = () => {
    const rest = longest - text.value.trim().length;
    left.hidden = rest > 500;
    left.textContent = (rest < 0 ? left.dataset.over : left.dataset.left).replace("{0}", Math.abs(rest));
  };
  text.addEventListener("input", count);
  count();
})();

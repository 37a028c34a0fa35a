// Without this script a click selects the code; with it the click copies.
document.addEventListener("click", async (event) => {
  const code = event.target.closest(".code");
  if (!code || !navigator.clipboard) return;
  await navigator.clipboard.writeText(code.textContent);
  code.classList.add("copied");
  setTimeout(() => code.classList.remove("copied"), 1500);
});

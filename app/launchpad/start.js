// Runs in the browser once UI5 and the shell are ready: puts the shell into the page.
sap.ui.define(['sap/ushell/Container'], async Container => {
  const shell = await Container.createRenderer('fiori2', true)
  shell.placeAt('content')
})

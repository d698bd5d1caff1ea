// HubSpot installs this folder alone. Packages that it links to find what they import among this folder's
// packages only where their place is the link, not the folder that the link leads to.
export default { resolve: { preserveSymlinks: true } };

// The Node packages write "os" and "cpu" as strings; pnpm then cannot tell which one fits and installs a stranger's.
const list = (value) => (typeof value === 'string' ? [value] : value);

module.exports = {
  hooks: {
    readPackage(pkg) {
      if (pkg.os) pkg.os = list(pkg.os);
      if (pkg.cpu) pkg.cpu = list(pkg.cpu);
      return pkg;
    },
  },
};

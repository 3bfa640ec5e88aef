// A function in two languages: JavaScript calls a Python function, which calls back. Register it with allow=polyglot where the
// runtime has both languages: graalvisor serve --hosted, or a library that holds both.
const describe = Polyglot.eval('python', `
import statistics

def describe(numbers, label):
    numbers = list(numbers)
    return label('mean', statistics.mean(numbers)) + ', ' + label('median', statistics.median(numbers))

describe
`);

function main(json) {
  const { numbers } = JSON.parse(json);
  return JSON.stringify({ result: describe(numbers, (name, value) => `${name} ${value}`) });
}

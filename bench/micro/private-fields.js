// Classes with private fields, methods and accessors, static members, and a test of identity by `#x in`.

const TURNS = 30_000;

class Account {
  static #made = 0;
  #balance = 0;
  #log = [];

  constructor(balance) {
    this.#balance = balance;
    Account.#made++;
  }

  static get made() { return Account.#made; }
  static isAccount(value) { return #balance in value; }

  get #low() { return this.#balance < 10; }
  get balance() { return this.#balance; }
  set balance(value) { this.#change(value - this.#balance); }

  #change(difference) {
    this.#balance += difference;
    if (this.#low) {
      this.#log.push(difference);
    }
  }

  deposit(amount) {
    this.#change(amount);
    return this;
  }

  get entries() { return this.#log.length; }
}

benchmark('private-fields', {
  run() {
    const account = new Account(100);
    let accounts = 0;
    for (let i = 0; i < TURNS; i++) {
      account.deposit(1);
      account.balance -= 1;
      accounts += Account.isAccount(account) ? 1 : 0;
      accounts += Account.isAccount({}) ? 1 : 0;
    }
    account.balance = 3;
    return [account.balance, account.entries, accounts, Account.made > 0];
  },
  check: ([balance, entries, accounts, made]) => balance === 3 && entries === 1 && accounts === TURNS && made,
});

"""What an office refuses to a person, or says of an account."""

from jinque.errors.tree import WrongCallError


class NotSignedInError(WrongCallError):
    """The page is for accounts of the office, and nobody is signed in, or not any more."""

    code = "not_signed_in"


class SignInRefusedError(WrongCallError):
    """Name and password do not go together, or the account has to wait; which is not said."""

    code = "sign_in_refused"


class ForeignFormError(WrongCallError):
    """What was sent does not come from a page that this site gave to this session."""

    code = "form_foreign"


class UnknownAccountError(WrongCallError):
    """No account has that name."""

    code = "account_unknown"


class AccountExistsError(WrongCallError):
    """An account has that name, or one that differs only in width or case."""

    code = "account_exists"


class WeakPasswordError(WrongCallError):
    """The password is too short, too long or too easy to guess."""

    code = "password_weak"

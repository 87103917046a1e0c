package org.kith.referral.people;

/** The modulus 11 check that NHS and CHI numbers share: weights 10 to 2 over the first nine digits. */
final class CheckDigit {
    private CheckDigit() {}

    /** @param digits ten of 0–9 */
    static boolean fits(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) sum += (digits.charAt(i) - '0') * (10 - i);
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(9) - '0';
    }
}

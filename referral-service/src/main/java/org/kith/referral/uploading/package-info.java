/**
 * The door for those who have no system: a file of referrals as CSV. What was acknowledged is finished even if the service is
 * killed half-way: rows wait in the database, each sealed under a key of the file's own, which is destroyed once the last is
 * done. A row is known by its external reference, so that the same file again adds nothing and a changed row says so.
 */
@NullMarked
package org.kith.referral.uploading;

import org.jspecify.annotations.NullMarked;

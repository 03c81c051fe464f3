#include "koyomi-activity-edit.h"

#include "koyomi-attestation.h"
#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-run-edit-private.h"

/* Returns: (transfer full): what is attested of the month already, or a new row for it */
static KoyomiRecord *
find_attestation (KoyomiSession   *session,
                  gint64           duty,
                  guint32          month,
                  KoyomiLanguage   language,
                  gboolean        *is_new,
                  GError         **error)
{
  g_autoptr(GPtrArray) attestations = koyomi_session_list (session, KOYOMI_TABLE_ATTESTATION, KOYOMI_ATTESTATION_DUTY, duty,
                                                           language, error);
  KoyomiRecord *attestation;

  if (attestations == NULL)
    return NULL;

  *is_new = FALSE;
  for (guint i = 0; i < attestations->len; i++)
    if (koyomi_record_get_day (g_ptr_array_index (attestations, i), KOYOMI_ATTESTATION_MONTH) == month)
      return g_object_ref (g_ptr_array_index (attestations, i));

  *is_new = TRUE;
  attestation = koyomi_record_new (KOYOMI_TABLE_ATTESTATION);
  koyomi_record_set_int (attestation, KOYOMI_ATTESTATION_DUTY, duty);
  koyomi_record_set_int (attestation, KOYOMI_ATTESTATION_MONTH, month);

  return attestation;
}

static char *
label_attest (KoyomiSession  *session,
              gint64          duty,
              guint32         month,
              int             planned_days,
              int             done_days,
              KoyomiLanguage  language)
{
  g_autofree char *name = _koyomi_label_name_row (session, KOYOMI_TABLE_DUTY, duty, language);
  int year, month_of_year;

  koyomi_day_get (month, &year, &month_of_year, NULL);

  /* Translators: a routine, a year and a month, on how many days it was done, and on how many it was due */
  return g_strdup_printf (koyomi_tr (language, N_("Record %s for %04d-%02d: %d of %d days")), name, year, month_of_year,
                          done_days, planned_days);
}

static gboolean
check_routine (KoyomiSession  *session,
               gint64          duty,
               GError        **error)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_DUTY, duty, koyomi_session_get_own_language (session),
                                                       error);

  if (record == NULL || koyomi_record_get_int (record, KOYOMI_DUTY_KIND) == KOYOMI_DUTY_KIND_ROUTINE)
    return record != NULL;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT,
               "“%s” is no routine, and has no months to be recorded", koyomi_record_get_title (record));

  return FALSE;
}

/**
 * koyomi_duty_attest:
 * @duty: a routine
 * @month_first_day: a day of the month
 * @planned_days: on how many days it was due
 * @done_days: on how many of them it was done
 * @note: (nullable): NULL leaves what is noted
 *
 * Records a month of a routine, or corrects what is recorded of it.
 */
gboolean
koyomi_duty_attest (KoyomiSession   *session,
                    gint64           duty,
                    guint32          month_first_day,
                    int              planned_days,
                    int              done_days,
                    const char      *note,
                    KoyomiLanguage   language,
                    GError         **error)
{
  guint32 month;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiRecord) attestation = NULL;
  g_autofree char *label = NULL;
  GError *fault = NULL;
  gboolean is_new;

  g_return_val_if_fail (month_first_day != KOYOMI_DAY_NONE && month_first_day <= KOYOMI_DAY_LAST, FALSE);

  month = koyomi_day_get_month_first (month_first_day);
  if (edit == NULL || !check_routine (session, duty, error) ||
      (attestation = find_attestation (session, duty, month, language, &is_new, error)) == NULL)
    return FALSE;

  if (!koyomi_attestation_set_days (attestation, planned_days, done_days, &fault))
    return _koyomi_edit_take_fault (error, fault);

  if (note != NULL)
    koyomi_record_set_text (attestation, KOYOMI_ATTESTATION_NOTE, note);

  label = label_attest (session, duty, month, planned_days, done_days, language);

  return (is_new ? koyomi_edit_insert (edit, attestation, error) : koyomi_edit_update (edit, attestation, error)) &&
         koyomi_edit_commit (edit, label, error);
}

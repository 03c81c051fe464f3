#include "koyomi-attestation.h"

#include "koyomi-day.h"
#include "koyomi-model-error.h"

/**
 * koyomi_attestation_set_days:
 * @planned_days: on how many days of its month the routine was due
 * @done_days: on how many of them it was done
 *
 * Returns: FALSE with %KOYOMI_MODEL_ERROR_RANGE and nothing changed when the month does not have so many
 */
gboolean
koyomi_attestation_set_days (KoyomiRecord  *self,
                             int            planned_days,
                             int            done_days,
                             GError       **error)
{
  guint32 month = koyomi_record_get_day (self, KOYOMI_ATTESTATION_MONTH);
  int n_days = koyomi_day_get_month_last (month) - koyomi_day_get_month_first (month) + 1;

  if (done_days < 0 || done_days > planned_days || planned_days > n_days)
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_RANGE,
                   "%d of %d days cannot be, in a month of %d", done_days, planned_days, n_days);
      return FALSE;
    }

  koyomi_record_set_int (self, KOYOMI_ATTESTATION_PLANNED_DAYS, planned_days);
  koyomi_record_set_int (self, KOYOMI_ATTESTATION_DONE_DAYS, done_days);

  return TRUE;
}

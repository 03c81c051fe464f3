#include "koyomi-plan-error.h"

G_DEFINE_QUARK (koyomi-plan-error-quark, koyomi_plan_error)

static const char * const advice[] = {
  [KOYOMI_PLAN_ERROR_FAILED] = N_("Nothing was changed. Try again; if it happens again, restore a backup."),
  [KOYOMI_PLAN_ERROR_BUSY] = N_("Another program is writing to this plan. Close it there, or wait and try again."),
  [KOYOMI_PLAN_ERROR_CONSTRAINT] = N_("A value is not allowed there. Nothing was changed; correct the value and try again."),
  [KOYOMI_PLAN_ERROR_CORRUPT] = N_("The file is damaged and was left as it is. Restore the latest backup."),
  [KOYOMI_PLAN_ERROR_NOT_A_PLAN] = N_("This file is not a Koyomi plan and was left as it is. Choose a file that ends in .koyomi."),
  [KOYOMI_PLAN_ERROR_TOO_NEW] = N_("This plan comes from a later version of Koyomi and was left as it is. Update Koyomi to open it."),
  [KOYOMI_PLAN_ERROR_ALTERED] = N_("Another program has changed the structure of this plan. It was left as it is; restore a backup."),
  [KOYOMI_PLAN_ERROR_NOT_FOUND] = N_("Check the name and try again."),
  [KOYOMI_PLAN_ERROR_EXISTS] = N_("Nothing was overwritten. Choose another name, or move the file away first."),
  [KOYOMI_PLAN_ERROR_READ_ONLY] = N_("This plan can only be read here. To make changes, copy it to a folder of your own."),
  [KOYOMI_PLAN_ERROR_FULL] = N_("The disk is full. Nothing was changed; make room and try again."),
  [KOYOMI_PLAN_ERROR_CONFLICT] = N_("The plan was changed outside Koyomi. Compare it with a backup before you go on."),
  [KOYOMI_PLAN_ERROR_BROKEN_CHAIN] = N_("The change log was altered. Compare the plan with a backup and with printed reports."),
  [KOYOMI_PLAN_ERROR_NOTHING] = N_("There is nothing to take back."),
  [KOYOMI_PLAN_ERROR_CLOSED] = N_("This fiscal year is closed. Nothing was changed; open the year again in the roll-over dialog first."),
};

/* What to do about it, in a sentence or two. */
const char *
koyomi_plan_error_get_advice (KoyomiPlanError code,
                              KoyomiLanguage  language)
{
  g_return_val_if_fail (code < G_N_ELEMENTS (advice), "");

  return koyomi_tr (language, advice[code]);
}

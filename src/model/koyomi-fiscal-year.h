#pragma once

#include <glib.h>
#include "koyomi-language.h"

G_BEGIN_DECLS

/* Twelve months from the first of start_month. Named after the calendar year it begins in: 2026 with start month 4 is
 * 2026-04-01 to 2027-03-31, 2026年度 or FY2026. */
typedef struct
{
  int year;
  int start_month;   /* 1 to 12 */
} KoyomiFiscalYear;

KoyomiFiscalYear  koyomi_fiscal_year_of_day          (guint32           day,
                                                      int               start_month);
guint32           koyomi_fiscal_year_get_first_day   (KoyomiFiscalYear  self);
guint32           koyomi_fiscal_year_get_last_day    (KoyomiFiscalYear  self);
guint32           koyomi_fiscal_year_get_month_first (KoyomiFiscalYear  self,
                                                      int               index);
int               koyomi_fiscal_year_get_month_index (KoyomiFiscalYear  self,
                                                      guint32           day);
int               koyomi_fiscal_year_get_quarter     (KoyomiFiscalYear  self,
                                                      guint32           day);
char             *koyomi_fiscal_year_format          (KoyomiFiscalYear  self,
                                                      KoyomiLanguage    language) G_GNUC_WARN_UNUSED_RESULT;
char             *koyomi_fiscal_year_format_quarter  (KoyomiFiscalYear  self,
                                                      int               quarter,
                                                      KoyomiLanguage    language) G_GNUC_WARN_UNUSED_RESULT;
char             *koyomi_fiscal_year_format_month    (KoyomiFiscalYear  self,
                                                      int               index,
                                                      KoyomiLanguage    language) G_GNUC_WARN_UNUSED_RESULT;
char             *koyomi_month_format                (guint32           day,
                                                      KoyomiLanguage    language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

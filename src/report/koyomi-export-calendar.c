#include "koyomi-export.h"

#include "koyomi-day.h"

static gboolean
is_filtered (const KoyomiExportOptions *options)
{
  return options->filter != NULL && !koyomi_calendar_filter_is_empty (options->filter);
}

static gboolean
is_narrowed (const KoyomiExportOptions *options)
{
  return options->first_day != KOYOMI_DAY_NONE &&
         (options->first_day > koyomi_fiscal_year_get_first_day (options->year) ||
          options->last_day < koyomi_fiscal_year_get_last_day (options->year));
}

/* Whether the runs must be known before the first is written. */
static gboolean
is_chosen (const KoyomiExportOptions *options)
{
  return is_filtered (options) || is_narrowed (options) || options->grouping != KOYOMI_GROUPING_FUNCTION_GROUP;
}

static char *
describe_days (const KoyomiExportOptions *options)
{
  KoyomiFiscalYear year = options->year;
  KoyomiLanguage language = options->language;
  guint32 first_day = MAX (options->first_day, koyomi_fiscal_year_get_first_day (year));
  guint32 last_day = MIN (options->last_day, koyomi_fiscal_year_get_last_day (year));
  g_autofree char *first = koyomi_day_format (first_day);
  g_autofree char *last = koyomi_day_format (last_day);
  int quarter = koyomi_fiscal_year_get_quarter (year, first_day);
  g_autofree char *name = NULL;

  if (first_day == koyomi_fiscal_year_get_month_first (year, 3 * quarter - 3) &&
      last_day == koyomi_fiscal_year_get_month_first (year, 3 * quarter) - 1)
    {
      name = koyomi_fiscal_year_format_quarter (year, quarter, language);

      /* Translators: what a report shows of the year: a quarter, its first and last day */
      return g_strdup_printf (koyomi_tr (language, "Only %s (%s to %s)"), name, first, last);
    }

  /* Translators: what a report shows of the year: the first and the last day */
  return g_strdup_printf (koyomi_tr (language, "Only %s to %s"), first, last);
}

/* @full: knows the names that the filter speaks of */
static char *
describe_part (const KoyomiExportOptions *options,
               KoyomiCalendar            *full)
{
  g_autofree char *days = is_narrowed (options) ? describe_days (options) : g_strdup ("");
  g_autofree char *words = NULL;
  g_autofree char *filter = NULL;

  if (!is_filtered (options))
    return g_steal_pointer (&days);

  words = koyomi_calendar_filter_describe (options->filter, full, options->language);
  /* Translators: %s says which runs a report is limited to */
  filter = g_strdup_printf (koyomi_tr (options->language, "Filter: %s"), words);

  return g_strconcat (days, *days != '\0' ? "   " : "", filter, NULL);
}

/* Returns: (transfer full): what such an export leaves out, in words; "" for nothing */
char *
koyomi_export_describe_part (KoyomiSession              *session,
                             const KoyomiExportOptions  *options,
                             GError                    **error)
{
  g_autoptr(KoyomiCalendar) full = koyomi_session_load_calendar (session, options->year, options->language, FALSE, error);

  return full != NULL ? describe_part (options, full) : NULL;
}

/**
 * koyomi_export_load_calendar:
 * @with_bars: also read the runs when all of them are wanted; those of a part always are
 *
 * Returns: (transfer full): the calendar as the options want it, with a remark that says what is left out
 */
KoyomiCalendar *
koyomi_export_load_calendar (KoyomiSession              *session,
                             const KoyomiExportOptions  *options,
                             gboolean                    with_bars,
                             GError                    **error)
{
  g_autoptr(KoyomiCalendar) full = NULL;
  g_autoptr(KoyomiCalendar) calendar = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  full = koyomi_session_load_calendar (session, options->year, options->language, with_bars || is_chosen (options), error);
  if (full == NULL || !is_chosen (options))
    return g_steal_pointer (&full);

  calendar = koyomi_calendar_arrange (full, options->filter, options->grouping, options->language);
  calendar->is_chosen = TRUE;
  if (is_narrowed (options))
    koyomi_calendar_narrow (calendar, options->first_day, options->last_day);

  g_free (calendar->remark);
  calendar->remark = describe_part (options, full);

  return g_steal_pointer (&calendar);
}

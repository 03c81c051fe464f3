#include "koyomi-closed-year-private.h"

#include "koyomi-day.h"
#include "koyomi-history.h"

#include <stdio.h>

/* The note of a baseline that closed the days from one to the other. */
#define NOTE_FORMAT "closed=%s..%s"
#define NOTE_PATTERN "closed=%10[0-9-]..%10[0-9-]%n"

/* Returns: FALSE when the baseline closes nothing */
static gboolean
read_note (KoyomiRecord *bookmark,
           guint32      *first_day,
           guint32      *last_day)
{
  const char *note = koyomi_record_get_text (bookmark, KOYOMI_BOOKMARK_NOTE);
  char first[11], last[11];
  int length = 0;

  if (sscanf (note, NOTE_PATTERN, first, last, &length) != 2 || note[length] != '\0')
    return FALSE;

  *first_day = koyomi_day_parse (first, NULL);
  *last_day = koyomi_day_parse (last, NULL);

  return *first_day != KOYOMI_DAY_NONE && *last_day != KOYOMI_DAY_NONE;
}

static char *
format_note (KoyomiFiscalYear year)
{
  g_autofree char *first = koyomi_day_format (koyomi_fiscal_year_get_first_day (year));
  g_autofree char *last = koyomi_day_format (koyomi_fiscal_year_get_last_day (year));

  return g_strdup_printf (NOTE_FORMAT, first, last);
}

/* Returns: (element-type KoyomiRecord): the baselines that close all of the days */
static GPtrArray *
list_closing (KoyomiSession  *session,
              guint32         first_day,
              guint32         last_day,
              GError        **error)
{
  g_autoptr(GPtrArray) bookmarks = koyomi_session_list (session, KOYOMI_TABLE_BOOKMARK, 0, 0,
                                                        koyomi_session_get_own_language (session), error);
  GPtrArray *closing;

  if (bookmarks == NULL)
    return NULL;

  closing = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < bookmarks->len; i++)
    {
      KoyomiRecord *bookmark = g_ptr_array_index (bookmarks, i);
      guint32 first, last;

      if (read_note (bookmark, &first, &last) && first <= first_day && last_day <= last)
        g_ptr_array_add (closing, g_object_ref (bookmark));
    }

  return closing;
}

/* Returns: (transfer full) (element-type KoyomiClosedDays) */
GArray *
_koyomi_session_list_closed_days (KoyomiSession  *session,
                                  GError        **error)
{
  g_autoptr(GPtrArray) bookmarks = koyomi_session_list (session, KOYOMI_TABLE_BOOKMARK, 0, 0,
                                                        koyomi_session_get_own_language (session), error);
  GArray *closed;

  if (bookmarks == NULL)
    return NULL;

  closed = g_array_new (FALSE, FALSE, sizeof (KoyomiClosedDays));
  for (guint i = 0; i < bookmarks->len; i++)
    {
      KoyomiClosedDays days;

      if (read_note (g_ptr_array_index (bookmarks, i), &days.first_day, &days.last_day))
        g_array_append_val (closed, days);
    }

  return closed;
}

static gboolean
are_days_closed (KoyomiSession *session,
                 guint32        first_day,
                 guint32        last_day)
{
  g_autoptr(GPtrArray) closing = list_closing (session, first_day, last_day, NULL);

  return closing != NULL && closing->len > 0;
}

gboolean
koyomi_session_is_year_closed (KoyomiSession    *session,
                               KoyomiFiscalYear  year)
{
  return are_days_closed (session, koyomi_fiscal_year_get_first_day (year), koyomi_fiscal_year_get_last_day (year));
}

gboolean
koyomi_session_is_day_closed (KoyomiSession *session,
                              guint32        day)
{
  return are_days_closed (session, day, day);
}

/* Whether an edit of the run would be refused. One that was carried over is open as long as the year it is in now. */
gboolean
koyomi_session_is_run_closed (KoyomiSession *session,
                              KoyomiRecord  *run)
{
  return koyomi_session_is_day_closed (session, MAX (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY),
                                                     koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY)));
}

static gboolean
has_name (KoyomiSession *session,
          const char    *name)
{
  g_autoptr(GPtrArray) bookmarks = koyomi_session_list (session, KOYOMI_TABLE_BOOKMARK, 0, 0,
                                                        koyomi_session_get_own_language (session), NULL);

  for (guint i = 0; bookmarks != NULL && i < bookmarks->len; i++)
    if (g_str_equal (koyomi_record_get_title (g_ptr_array_index (bookmarks, i)), name))
      return TRUE;

  return FALSE;
}

/* A year that was closed, opened and closed again has a baseline of each time. */
static char *
find_name (KoyomiSession    *session,
           KoyomiFiscalYear  year,
           KoyomiLanguage    language)
{
  g_autofree char *year_name = koyomi_fiscal_year_format (year, language);
  /* Translators: the name of the baseline that is kept when a fiscal year is closed, such as FY2026 */
  g_autofree char *first = g_strdup_printf (koyomi_tr (language, N_("Close of %s")), year_name);
  char *name = g_strdup (first);

  for (int n = 2; has_name (session, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%d)", first, n);
    }

  return name;
}

/* Closes the year as a part of an edit. One that is closed stays so. */
gboolean
_koyomi_edit_close_year (KoyomiEdit        *edit,
                         KoyomiSession     *session,
                         KoyomiFiscalYear   year,
                         KoyomiLanguage     language,
                         GError           **error)
{
  g_autoptr(KoyomiRecord) bookmark = koyomi_record_new (KOYOMI_TABLE_BOOKMARK);
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, error);

  if (head == NULL)
    return FALSE;

  if (koyomi_session_is_year_closed (session, year))
    return TRUE;

  koyomi_record_take_text (bookmark, KOYOMI_BOOKMARK_NAME, find_name (session, year, language));
  koyomi_record_set_int (bookmark, KOYOMI_BOOKMARK_SEQ, head->seq);
  koyomi_record_set_int (bookmark, KOYOMI_BOOKMARK_AT, g_get_real_time () / 1000);
  koyomi_record_take_text (bookmark, KOYOMI_BOOKMARK_NOTE, format_note (year));

  return koyomi_edit_insert (edit, bookmark, error);
}

/* One that is closed stays so. */
gboolean
koyomi_session_close_year (KoyomiSession     *session,
                           KoyomiFiscalYear   year,
                           KoyomiLanguage     language,
                           GError           **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *name = koyomi_fiscal_year_format (year, language);
  g_autofree char *label = NULL;

  /* Translators: the label of the edit that closes a fiscal year, such as FY2026 */
  label = g_strdup_printf (koyomi_tr (language, N_("Close %s")), name);

  return edit != NULL && _koyomi_edit_close_year (edit, session, year, language, error) && koyomi_edit_commit (edit, label, error);
}

/* Lets the year be changed again. The baseline that was kept when it was closed stays. */
gboolean
koyomi_session_open_year (KoyomiSession     *session,
                          KoyomiFiscalYear   year,
                          KoyomiLanguage     language,
                          GError           **error)
{
  g_autoptr(GPtrArray) closing = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = koyomi_fiscal_year_format (year, language);
  g_autofree char *label = NULL;

  closing = list_closing (session, koyomi_fiscal_year_get_first_day (year), koyomi_fiscal_year_get_last_day (year), error);
  if (closing == NULL || (edit = koyomi_session_begin_edit (session, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < closing->len; i++)
    {
      koyomi_record_set_text (g_ptr_array_index (closing, i), KOYOMI_BOOKMARK_NOTE, "");
      if (!koyomi_edit_update (edit, g_ptr_array_index (closing, i), error))
        return FALSE;
    }

  /* Translators: the label of the edit that opens a closed fiscal year again, such as FY2026 */
  label = g_strdup_printf (koyomi_tr (language, N_("Open %s again")), name);

  return koyomi_edit_commit (edit, label, error);
}

#include "koyomi-pdf-facts-private.h"

static void
set_metadata (cairo_surface_t      *surface,
              cairo_pdf_metadata_t  field,
              const char           *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (*valid != '\0')
    cairo_pdf_surface_set_metadata (surface, field, valid);
}

/* The moment that the report shows, as PDF wants it, or NULL: never the time of writing, so that the same plan gives the same
 * file. It is read from texts such as "2026-11-22 09:30 JST". */
static char *
format_create_date (const char *as_of)
{
  g_autoptr(GRegex) regex = g_regex_new ("^(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d)(:\\d\\d)?)?(?: ?(JST|UTC|Z|[+-]\\d\\d:\\d\\d))?",
                                         0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *date = NULL;
  g_autofree char *minute = NULL;
  g_autofree char *second = NULL;
  g_autofree char *zone = NULL;

  if (!g_regex_match (regex, as_of, 0, &match))
    return NULL;

  date = g_match_info_fetch (match, 1);
  minute = g_match_info_fetch (match, 2);
  second = g_match_info_fetch (match, 3);
  zone = g_match_info_fetch (match, 4);

  return g_strdup_printf ("%sT%s%s%s", date, minute != NULL && *minute != '\0' ? minute : "00:00",
                          second != NULL && *second != '\0' ? second : ":00",
                          g_strcmp0 (zone, "JST") == 0 ? "+09:00" : zone != NULL && *zone == '+' ? zone :
                          zone != NULL && *zone == '-' ? zone : "Z");
}

/* What a PDF file says about itself. */
void
_koyomi_pdf_describe (cairo_surface_t *surface,
                      KoyomiCalendar  *facts,
                      const char      *title)
{
  g_autofree char *created = format_create_date (facts->as_of);

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, facts->organisation);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, facts->classification);
  set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, facts->journal_head);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Koyomi " KOYOMI_VERSION);
  if (created != NULL)
    set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

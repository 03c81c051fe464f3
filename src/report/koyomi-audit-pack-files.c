#include "koyomi-audit-pack-private.h"

#include "koyomi-day.h"
#include "koyomi-export-incident.h"
#include "koyomi-incident-board.h"

typedef struct
{
  const KoyomiPackFacts *facts;
  GPtrArray             *files;
  guint                  n;       /* numbers given so far */
} Listing;

static void
free_file (gpointer data)
{
  KoyomiPackFile *self = data;

  g_free (self->name);
  g_free (self->title);
  g_free (self->sha256);
  g_free (self);
}

static gboolean
write_incident (const KoyomiPackFacts  *facts,
                const KoyomiPackFile   *file,
                const char             *path,
                GError                **error)
{
  const KoyomiIncidentExportOptions options = {
    .incident = file->incident, .year = facts->options->year, .now = facts->options->now, .language = facts->options->language,
  };

  return koyomi_incident_export (facts->session, &options, file->format, path, NULL, NULL, facts->cancellable, error);
}

static gboolean
write_report (const KoyomiPackFacts  *facts,
              const KoyomiPackFile   *file,
              const char             *path,
              GError                **error)
{
  g_autoptr(KoyomiReport) report = koyomi_report_new (facts->session, file->kind, facts->options, error);

  return report != NULL && koyomi_report_write (report, file->format, 0, path, NULL, NULL, facts->cancellable, error);
}

/* @is_same: another form of the file before, under its number */
static KoyomiPackFile *
add (Listing            *self,
     const char         *name,
     const char         *title,
     KoyomiPackFunc      write,
     KoyomiExportFormat  format,
     gboolean            is_same)
{
  KoyomiPackFile *file = g_new0 (KoyomiPackFile, 1);

  if (!is_same)
    self->n++;
  file->name = g_strdup_printf ("%02u-%s.%s", self->n, name, koyomi_export_format_get_nick (format));
  file->title = g_strdup (title);
  file->write = write;
  file->format = format;
  g_ptr_array_add (self->files, file);

  return file;
}

/* A number that people gave, as a name of a file. */
static char *
name_incident (const char *number)
{
  g_autofree char *name = g_ascii_strdown (number, -1);

  g_strcanon (name, G_CSET_a_2_z G_CSET_DIGITS, '-');

  return g_strconcat ("incident-", name, NULL);
}

/* Those of the quarter. */
static gboolean
add_incidents (Listing  *self,
               GError  **error)
{
  const KoyomiReportOptions *options = self->facts->options;
  guint32 first_day = koyomi_fiscal_year_get_month_first (options->year, (options->quarter - 1) * 3);
  guint32 last_day = options->quarter < 4 ? koyomi_fiscal_year_get_month_first (options->year, options->quarter * 3) - 1
                                          : koyomi_fiscal_year_get_last_day (options->year);
  g_autoptr(KoyomiIncidentBoard) board = koyomi_session_load_incident_board (self->facts->session, options->now, options->language, error);

  for (guint i = 0; board != NULL && i < koyomi_incident_board_get_n_cards (board); i++)
    {
      const KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);
      guint32 day = card->since != 0 ? koyomi_time_get_day (card->since) : KOYOMI_DAY_NONE;
      g_autofree char *name = name_incident (card->number);
      g_autofree char *title = g_strdup_printf ("%s %s", card->number, card->title);

      if (day != KOYOMI_DAY_NONE && day >= first_day && day <= last_day)
        add (self, name, title, write_incident, KOYOMI_EXPORT_FORMAT_PDF, FALSE)->incident = card->id;
    }

  return board != NULL;
}

/* A workbook to reckon with, and pages to read. */
static void
add_report (Listing                *self,
            const KoyomiReportKind *kind)
{
  const char *title = koyomi_tr (self->facts->options->language, kind->name);

  add (self, kind->id, title, write_report, KOYOMI_EXPORT_FORMAT_XLSX, FALSE)->kind = kind;
  add (self, kind->id, title, write_report, KOYOMI_EXPORT_FORMAT_PDF, TRUE)->kind = kind;
}

/* What is planned and who does it comes first, then what came of it. Nothing is in it twice, and incidents have files of their own. */
static void
add_reports (Listing *self)
{
  const KoyomiReportKind *calendar = koyomi_report_kind_find ("annual-calendar");
  const KoyomiReportKind *matrix = koyomi_report_kind_find ("matrix");
  const KoyomiReportKind *kind;

  add_report (self, calendar);
  add_report (self, matrix);
  for (guint i = 0; (kind = koyomi_report_kind_get (i)) != NULL; i++)
    if (kind != calendar && kind != matrix && !kind->is_part && kind->subject == KOYOMI_REPORT_SUBJECT_NONE)
      add_report (self, kind);
}

static void
add_list (Listing        *self,
          const char     *name,
          const char     *title,
          KoyomiPackFunc  write)
{
  add (self, name, koyomi_tr (self->facts->options->language, title), write, KOYOMI_EXPORT_FORMAT_CSV, FALSE);
}

/* Returns: (element-type KoyomiPackFile): not yet written */
GPtrArray *
_koyomi_pack_list_files (const KoyomiPackFacts  *facts,
                         GError                **error)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (free_file);
  Listing listing = { facts, files, 0 };

  add_reports (&listing);
  add_list (&listing, "incident-list", N_("Incidents"), write_incident);
  if (!add_incidents (&listing, error))
    return NULL;

  add_list (&listing, "evidence", N_("Evidence register"), _koyomi_pack_write_evidence);
  add_list (&listing, "readiness", N_("Readiness check"), _koyomi_pack_write_readiness);
  add_list (&listing, "change-log", N_("Change log"), _koyomi_pack_write_log);

  return g_steal_pointer (&files);
}

#include "koyomi-matrix-print.h"

#include "koyomi-matrix-pdf-private.h"

struct _KoyomiMatrixPrint
{
  KoyomiSession      *session;    /* which the report reads */
  KoyomiMatrixReport *report;
  KoyomiMatrixSheets *sheets;     /* NULL until the paper is known */
};

/* Reads all that is printed: the paper of @options does not matter. Keeps @session. */
KoyomiMatrixPrint *
koyomi_matrix_print_load (KoyomiSession                    *session,
                          const KoyomiMatrixExportOptions  *options,
                          GError                          **error)
{
  KoyomiMatrixReport *report;
  KoyomiMatrixPrint *self;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  if ((report = _koyomi_matrix_report_load (session, options->catalogue, options->day, options->language, error)) == NULL)
    return NULL;

  self = g_new0 (KoyomiMatrixPrint, 1);
  self->session = g_object_ref (session);
  self->report = report;

  return self;
}

void
koyomi_matrix_print_free (KoyomiMatrixPrint *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->sheets, _koyomi_matrix_sheets_free);
  _koyomi_matrix_report_free (self->report);
  g_object_unref (self->session);
  g_free (self);
}

/* Returns: (transfer full): such as “Functions and teams: ISOG-J” */
char *
koyomi_matrix_print_dup_title (KoyomiMatrixPrint *self)
{
  return _koyomi_matrix_report_dup_title (self->report);
}

/* @width, @height: of the paper, in points
 *
 * Returns: how many pages there are */
guint
koyomi_matrix_print_lay_out (KoyomiMatrixPrint *self,
                             double             width,
                             double             height)
{
  g_clear_pointer (&self->sheets, _koyomi_matrix_sheets_free);
  self->sheets = _koyomi_matrix_sheets_new (self->report, width, height);

  return _koyomi_matrix_sheets_get_n_pages (self->sheets);
}

/* Once it is laid out. */
void
koyomi_matrix_print_paint (KoyomiMatrixPrint *self,
                           guint              page,
                           cairo_t           *cr)
{
  g_return_if_fail (self->sheets != NULL);

  _koyomi_matrix_sheets_paint (self->sheets, page, cr);
}

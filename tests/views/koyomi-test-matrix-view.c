#include "koyomi-test-matrix-view.h"

#include "koyomi-matrix-view.h"
#include "koyomi-session-matrix.h"

void
koyomi_test_matrix_view_set_up (KoyomiTestMatrixView *self,
                                gconstpointer         data)
{
  GtkWidget *view;

  koyomi_test_window_open (&self->test);
  self->window = GTK_WINDOW (self->test.window);
  self->session = koyomi_window_get_session (self->test.window);
  view = koyomi_test_window_show_view (&self->test, 2, KOYOMI_TYPE_MATRIX_VIEW);
  self->rows = KOYOMI_MATRIX_ROWS (koyomi_test_window_find (&self->test, KOYOMI_TYPE_MATRIX_ROWS));
  self->sheet = koyomi_matrix_rows_get_sheet (self->rows);
  koyomi_matrix_sheet_set_catalogue (self->sheet, koyomi_session_find_catalogue (self->session, "isogj", NULL));
  koyomi_test_window_settle (&self->test);
  gtk_widget_grab_focus (view);
}

void
koyomi_test_matrix_view_tear_down (KoyomiTestMatrixView *self,
                                   gconstpointer         data)
{
  koyomi_test_window_close (&self->test);
}

void
koyomi_test_matrix_view_go_to (KoyomiTestMatrixView *self,
                               int                   line,
                               int                   column)
{
  koyomi_matrix_sheet_go_to (self->sheet, (KoyomiMatrixPlace) { line, column }, FALSE);
  koyomi_matrix_rows_enter (self->rows);
}

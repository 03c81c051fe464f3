#pragma once

#include "koyomi-matrix-rows.h"
#include "koyomi-test-window.h"

G_BEGIN_DECLS

/* The matrix of the sample company on the screen, with the 54 roles of ISOG-J. */
typedef struct
{
  KoyomiTestWindow   test;
  KoyomiSession     *session;
  GtkWindow         *window;
  KoyomiMatrixRows  *rows;
  KoyomiMatrixSheet *sheet;
} KoyomiTestMatrixView;

/* As fixtures of tests. */
void  koyomi_test_matrix_view_set_up    (KoyomiTestMatrixView *self,
                                         gconstpointer         data);
void  koyomi_test_matrix_view_tear_down (KoyomiTestMatrixView *self,
                                         gconstpointer         data);

void  koyomi_test_matrix_view_go_to     (KoyomiTestMatrixView *self,
                                         int                   line,
                                         int                   column);

G_END_DECLS
